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
    stepsLabel: 'How it works',
    steps: {
      look: { title: 'Look at the camera', text: 'The photo is taken automatically.' },
      send: { title: 'Only one photo is sent', text: 'The video stays on this device.' },
      compare: { title: 'Your photo is checked', text: 'We compare it with the one on file.' },
    },
    tipsLabel: 'For a good photo',
    tips: { 0: 'Light on your face', 1: 'No sunglasses or mask', 2: 'Only you in view' },
    consent:
      'By choosing “Agree and start”, you allow {partner} to take one photo of your face and compare it with the one on file. You are free to say no.',
    /** In place of the above when the photo becomes the one on file and nothing is compared. */
    enrolment: {
      title: 'Add your photo',
      keep: { title: 'Your photo is kept on file', text: 'It lets you confirm it’s you later.' },
      consent:
        'By choosing “Agree and start”, you allow {partner} to take one photo of your face and keep it on file to recognise you later. You are free to say no.',
    },
    agree: 'Agree and start',
    refuse: 'No thanks',
    working: 'Starting…',
  },
  camera: {
    askingTitle: 'Allow the camera',
    askingText: 'Your browser is asking for permission. Choose “Allow”.',
    slowText: 'Don’t see the question? Look for a camera icon next to the page’s address.',
    skip: 'Continue without the camera',
    liveTitle: 'Look at the camera',
    previewLabel: 'Live view from your camera, mirrored',
    shutter: 'Take the photo',
  },
  offline: { title: 'No connection', text: 'Check your internet connection, then try again.' },
  again: 'Try again',
  cancel: 'Cancel',
  usePhone: 'Use your phone instead',
  otherWay: 'Choose another way',
  back: 'Back to {partner}',
} as const
