/** The words until the camera shows, in English. */
export const words = {
  documentTitle: '{title} · {partner}',
  /** When the partner gave no name. */
  partnerFallback: 'the website',
  loading: 'One moment…',
  /** Beside whatever is being waited for, after a while. */
  slow: 'This is taking longer than usual.',
  start: {
    title: 'Confirm it’s you',
    lead: '{partner} asks for a quick selfie. {count, plural, one {It takes about # second.} other {It takes about # seconds.}}',
    stepsLabel: 'What happens',
    steps: {
      look: { title: 'Look into the camera', text: 'The photo is taken automatically.' },
      send: { title: 'One photo is sent', text: 'The video stays on this device.' },
      compare: { title: 'The photo is compared', text: 'With the one already on file.' },
    },
    tipsLabel: 'For a good picture',
    tips: { 0: 'Light on your face', 1: 'No sunglasses or mask', 2: 'Only you in view' },
    consent:
      'By choosing “I agree, start” you let {partner} take one photo of your face and compare it with the one on file. You are free to say no.',
    /** In place of the above when the picture becomes the one on file and nothing is compared. */
    enrolment: {
      title: 'Add your photo',
      keep: { title: 'The photo is kept on file', text: 'You can use it to confirm it’s you later.' },
      consent:
        'By choosing “I agree, start” you let {partner} take one photo of your face and keep it on file to recognise you later. You are free to say no.',
    },
    agree: 'I agree, start',
    refuse: 'No thanks',
    working: 'Starting…',
  },
  camera: {
    askingTitle: 'Allow your camera',
    askingText: 'Your browser is asking for permission. Choose “Allow”.',
    slowText: 'Don’t see the question? Look for a camera icon beside the page’s address.',
    skip: 'Continue without the camera',
    liveTitle: 'Look into the camera',
    previewLabel: 'Live picture of your camera, mirrored',
    shutter: 'Take the picture',
  },
  offline: { title: 'No connection', text: 'Check your internet connection, then try again.' },
  again: 'Try again',
  cancel: 'Cancel',
  usePhone: 'Use your phone instead',
  otherWay: 'Use another way',
  back: 'Back to {partner}',
} as const
