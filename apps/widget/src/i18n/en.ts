import type { CodedCopy } from './coded-copy.ts'

/** The words from the camera on, in English. */
export const en = {
  controls: {
    device: 'Camera',
    /** A camera whose name the browser does not tell. */
    deviceName: 'Camera {number}',
    sound: 'Spoken guidance and tones',
  },
  guidance: {
    starting: 'Getting ready…',
    manual: 'Fit your face in the oval, then press the button',
    no_face: 'Move your face into the oval',
    several_faces: 'Only you, please: someone else is in view',
    too_far: 'Come a little closer',
    too_close: 'Move back a little',
    off_centre: 'Bring your face to the middle',
    turned: 'Turn your head to the camera',
    eyes_closed: 'Keep your eyes open',
    too_dark: 'It is too dark. Turn towards a light',
    too_bright: 'It is too bright. Turn away from the light',
    cropped: 'Bring your whole face into the picture',
    eyes_covered: 'Take off dark glasses if you can',
    mouth_covered: 'Uncover your mouth if you can',
    face_covered: 'Uncover your face if you can',
    uneven_light: 'One side is dark. Turn towards the light',
    low_contrast: 'The picture is pale. Clean the lens or find better light',
    grey_picture: 'This camera shows no colour. Choose another one',
    blurry: 'The picture is blurred. Hold still',
    hold_still: 'Hold still…',
    missed: 'We couldn’t see a face in that picture. Move into the oval and press again.',
  },
  /** In place of the same guidance when the way is known; `left` asks the person to go to their own left. */
  steer: {
    turned: {
      left: 'Turn your head a little to the left',
      right: 'Turn your head a little to the right',
      up: 'Raise your chin a little',
      down: 'Lower your chin a little',
      upright: 'Hold your head upright',
    },
    off_centre: {
      left: 'Move a little to the left',
      right: 'Move a little to the right',
      up: 'Move up a little',
      down: 'Move down a little',
    },
  },
  turn: {
    title: 'Turn your head',
    /** Opens the other ways. */
    cannot: 'I can’t turn my head',
    /** Left and right are the person's own. */
    words: {
      intro: 'Next, we’ll ask you to turn your head a little, twice',
      straight: 'Look straight at the camera',
      left: 'Turn your head slowly to your left',
      right: 'Turn your head slowly to your right',
      more: 'A little further',
      back: 'Good. Look straight ahead',
      too_fast: 'A little slower, please. Look straight to begin again',
      too_far: 'That’s far enough. Look straight to begin again',
      wrong_way: 'That was the other side. Look straight to begin again',
      lost: 'We lost sight of you. Look straight at the camera',
      once_more: 'Once more, please. Look straight to begin again',
    },
    again: {
      text: 'We couldn’t see the turn well enough. This helps:',
      tips: {
        0: 'Light on your face, from the front',
        1: 'Turn your head a little more slowly',
        2: 'Hold the camera at arm’s length',
      },
      ways: 'Other ways to go on',
    },
    ways: {
      title: 'If you can’t turn your head',
      text: 'You can keep your head still and move the phone around it instead: slowly, the opposite way to the arrow.',
      time: 'Give me more time',
      go: 'Continue',
      slow: {
        title: 'Take your time',
        text: 'The time for the turn ran out. You can have more of it.',
      },
      blind: {
        title: 'The turn can’t be seen here',
        text: 'This browser can’t follow your head. It may work in another browser or on another device.',
      },
    },
  },
  upload: {
    preparing: 'Preparing your photo',
    title: 'Sending your picture',
    checkingTitle: 'Almost done',
    text: 'Keep this page open',
    progressLabel: 'Sent',
    pictureLabel: 'The picture that is being sent',
  },
  retry: {
    title: 'Let’s try once more',
    reasons: {
      no_face:
        'We couldn’t find a face in the picture. Hold the camera so that your whole face is in the oval.',
      several_faces: 'There was more than one face in the picture. Make sure that only you are in view.',
      face_too_small: 'Your face was too small in the picture. Come closer to the camera.',
      face_too_close: 'Your face filled the picture. Move back a little, to about arm’s length.',
      face_turned: 'Your face was turned away. Look straight into the camera.',
      face_blurry: 'The picture was blurred. Hold still, and clean the lens if it is smudged.',
      image_unreadable: 'The picture arrived damaged. Take another one.',
    },
    again: 'Try again',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'The camera is blocked',
        text: 'To use it, allow the camera for this page, then try again.',
      },
      system: {
        title: 'Your device blocks the camera',
        text: 'Open the settings of your device, then privacy, then camera. Allow it for your browser and try again.',
      },
      policy: {
        title: 'The camera is not passed on',
        text: 'The website that shows this page does not let it use the camera. Its makers need to add allow="camera" to the frame.',
      },
      insecure: {
        title: 'This page is not secure',
        text: 'Browsers allow the camera only on addresses that begin with https. Open the original link again.',
      },
      missing: {
        title: 'No camera found',
        text: 'Connect or switch on a camera, then try again.',
      },
      busy: {
        title: 'The camera is not responding',
        text: 'Another app may be using it. Close video calls and camera apps, then try again.',
      },
      unsupported: {
        title: 'This browser can’t use the camera',
        text: 'Open the link in another browser, such as the one that came with your device.',
      },
      skipped: {
        title: 'Continue without the camera',
        text: 'Choose a photo of yourself, taken just now. You can also try the camera again.',
      },
    },
    orPhoto: 'You can also choose a photo of yourself.',
    /** How to allow the camera, by browser. */
    steps: {
      chrome: 'Click the icon to the left of the address and allow the camera.',
      android: 'Tap the icon to the left of the address, then “Permissions”, and allow the camera.',
      ios: 'Tap the page menu in the address bar, then the website’s settings, and set the camera to “Allow”.',
      safari: 'In the menu bar choose Safari, “Settings for this website”, and set the camera to “Allow”.',
      firefox: 'Click the crossed-out camera in the address bar and remove the block.',
      other: 'Look for a camera or lock icon beside the address, or in the browser’s settings.',
    },
    /** In a browser inside an app: the same link, where the camera works. */
    elsewhere: {
      open: 'Open in your browser',
      copied: 'The link is copied. Paste it into your browser: this check goes on there.',
    },
    tryCamera: 'Try the camera again',
    cancel: 'Cancel and go back',
  },
  photo: {
    choose: 'Choose a photo',
    insist: 'Send it anyway',
    hint: 'JPEG or PNG, your face from the front, nobody else in it.',
    issues: {
      empty: 'That file is empty. Choose another photo.',
      heic: 'That is a HEIC photo, which can’t be read here. Choose a JPEG or PNG, or take a new picture.',
      pdf: 'That is a PDF document. Choose a photo: JPEG or PNG.',
      wrong_type: 'That file is not a JPEG or PNG photo. Choose another one.',
      too_many_pixels:
        'That photo has more than 40 megapixels. Choose a smaller one, such as a normal selfie.',
      too_large: 'That photo is too large. Choose one under 5 MB.',
      unreadable: 'That photo is damaged and can’t be opened. Choose another one.',
      refused: 'That photo can’t be used. Choose another JPEG or PNG.',
      no_face: 'We couldn’t find a face in that photo. Choose another one, or send it all the same.',
    },
  },
  problem: {
    /** Beside the problem while there is a picture that was not sent yet. */
    kept: 'Your picture is kept: you don’t have to take it again.',
    /** While the page waits to try again by itself. */
    retrying: '{count, plural, one {Trying again in # second.} other {Trying again in # seconds.}}',
    kinds: {
      unavailable: {
        title: 'Please wait a moment',
        text: 'The check is not available just now. Nothing is lost.',
      },
      no_reference: {
        title: 'Not ready yet',
        text: 'There is no photo of you on file to compare with. Ask whoever sent you this link; it will work once the photo is there.',
      },
      delayed: {
        title: 'Please wait a little',
        text: 'That was tried a moment ago. For safety there is a pause before the next time: try again later.',
      },
      locked: {
        title: 'Paused for safety',
        text: 'This check did not work several times, so it is paused for a while. Go back and choose another way, or ask whoever sent you this link.',
      },
      unexpected: { title: 'Something went wrong', text: 'It is not your fault. Please try again.' },
    },
  },
  link: {
    used: {
      title: 'This link has been used',
      text: 'A link works once. If you still need to confirm it’s you, go back and start again.',
    },
    expired: {
      title: 'This link has expired',
      text: 'For your safety, links last only a short time. Go back and ask for a new one.',
    },
    replaced: {
      title: 'There is a newer link',
      text: 'This one was replaced. Use the newest link, or go back and start again.',
    },
    invalid: {
      title: 'This link is not valid',
      text: 'It may be incomplete. Open the whole link again, or ask for a new one.',
    },
    inUse: {
      title: 'This link is open elsewhere',
      text: 'Another browser or device has opened it. Go on there, or ask for a new link.',
    },
  },
  /** In place of the first screen's words where a short video of the turn of the head is sent and kept. */
  video: {
    lead: '{partner} asks for a quick selfie and a turn of your head.',
    look: {
      title: 'Look into the camera',
      text: 'You turn your head a little. The photo is taken automatically.',
    },
    send: {
      title: 'A photo and a short video are sent',
      text: 'The video shows you turning your head, without sound.',
    },
    consent:
      'By choosing “I agree, start” you let {partner} take one photo of your face and compare it with the one on file, and also film you turning your head for up to three seconds and keep that video for a limited time. You are free to say no.',
  },
  notice: {
    /** What is told in so many words, where the partner gave them: it unfolds. */
    title: 'How your photo is used',
    controller: 'Responsible',
    purpose: 'Used for',
    purposes: { authentication: 'Confirming that it’s you', enrolment: 'Recognising you later' },
    kept: 'Kept for',
    days: '{count, plural, one {# day} other {# days}}',
    notKept: 'Not kept: deleted once it has been compared',
    onFile: 'Until it is deleted or replaced',
    shared: 'Shared with',
    nobody: 'Nobody else',
    withdraw: 'Withdraw your consent',
    privacy: 'Privacy notice',
    terms: 'Terms of use',
  },
  /** Where a service of the partner's takes the capture. */
  vendor: {
    lead: '{partner} asks you to confirm it’s you. A service that it works with takes the picture.',
    steps: {
      open: { title: 'The check opens', text: 'By the service that {partner} works with.' },
      look: { title: 'Look into the camera', text: 'Do what the service asks for.' },
      compare: {
        title: 'Your face is compared',
        text: 'With what is already on file. You are brought back here.',
      },
    },
    consent:
      'By choosing “I agree, start” you let {partner} and the service it works with film your face and compare it with what is on file. You are free to say no.',
    goingTitle: 'Taking you to the check',
    awayTitle: 'Continue with the check',
    awayText: 'The check is on another page. You come back here when it is done.',
    besideText: 'The check opens in a new tab. When it is done there, this page goes on by itself.',
    open: 'Open the check',
    frameTitle: 'Face check',
    frameLabel: 'Face check by the service',
    appCode: 'Or enter this code in the app of the service:',
    waitTitle: 'Almost done',
    waitText: 'The check is being looked at. Keep this page open.',
    slowText: 'This takes longer than usual. You can keep waiting: nothing is lost.',
  },
  done: {
    title: 'Photo received',
    text: 'Taking you back to {partner}…',
    leftTitle: 'No problem',
    leaving: 'One moment…',
  },
} as const satisfies CodedCopy
