import type { CodedCopy } from '../coded-copy.ts'

/** The words from the camera on, in English. */
export const words = {
  controls: {
    device: 'Camera',
    /** A camera whose name the browser does not tell. */
    deviceName: 'Camera {number}',
    sound: 'Voice guidance and tones',
  },
  guidance: {
    starting: 'Getting ready…',
    manual: 'Fit your face in the oval, then press the button',
    no_face: 'Move your face into the oval',
    several_faces: 'Someone else is in view. Just you, please',
    too_far: 'Come a little closer',
    too_close: 'Move back a little',
    off_centre: 'Move your face to the middle',
    turned: 'Turn your face to the camera',
    eyes_closed: 'Keep your eyes open',
    too_dark: 'It’s too dark. Turn towards a light',
    too_bright: 'It’s too bright. Turn away from the light',
    cropped: 'Show your whole face',
    eyes_covered: 'Take off dark glasses if you can',
    mouth_covered: 'Uncover your mouth if you can',
    face_covered: 'Uncover your face if you can',
    uneven_light: 'One side is in shadow. Turn towards the light',
    low_contrast: 'The image is washed out. Clean the lens or find better light',
    grey_picture: 'This camera shows no colour. Choose another one',
    blurry: 'The image is blurry. Hold still',
    hold_still: 'Hold still…',
    missed: 'We couldn’t see a face. Move into the oval and press the button again.',
  },
  /** In place of the same guidance when the way is known; `left` asks the person to go to their own left. */
  steer: {
    turned: {
      left: 'Turn your head a little to the left',
      right: 'Turn your head a little to the right',
      up: 'Raise your chin a little',
      down: 'Lower your chin a little',
      upright: 'Hold your head straight',
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
      left: 'Slowly turn your head to your left',
      right: 'Slowly turn your head to your right',
      more: 'A little further',
      back: 'Good. Now look straight ahead',
      too_fast: 'A little slower, please. Look straight ahead to start again',
      too_far: 'That’s a bit too far. Look straight ahead to start again',
      wrong_way: 'That was the other side. Look straight ahead to start again',
      lost: 'We can’t see you. Look straight at the camera',
      once_more: 'Once more, please. Look straight ahead to start again',
    },
    again: {
      text: 'We couldn’t see clearly how you turned your head. This helps:',
      tips: {
        0: 'Light on your face, from the front',
        1: 'Turn your head a little more slowly',
        2: 'Hold the camera at arm’s length',
      },
      ways: 'Other ways to continue',
    },
    ways: {
      title: 'If you can’t turn your head',
      text: 'You can keep your head still and move the phone around it instead: slowly, in the opposite direction to the arrow.',
      time: 'I need more time',
      go: 'Continue',
      slow: {
        title: 'Take your time',
        text: 'The time for turning your head ran out. You can have more time.',
      },
      blind: {
        title: 'This browser can’t follow your head',
        text: 'It may work in another browser or on another device.',
      },
    },
  },
  upload: {
    preparing: 'Preparing your photo',
    title: 'Sending your photo',
    checkingTitle: 'Checking your photo',
    text: 'Keep this page open',
    progressLabel: 'Sent',
    pictureLabel: 'The photo being sent',
  },
  retry: {
    title: 'Let’s try again',
    reasons: {
      no_face:
        'We couldn’t find a face in the photo. Hold the camera so that your whole face is in the oval.',
      several_faces: 'There was more than one face in the photo. Make sure that only you are in view.',
      face_too_small: 'Your face was too small in the photo. Come closer to the camera.',
      face_too_close: 'Your face was too close. Move back a little, to about arm’s length.',
      face_turned: 'Your face was turned away. Look straight at the camera.',
      face_blurry: 'The photo was blurry. Hold still, and clean the lens if it’s smudged.',
      image_unreadable: 'The photo arrived damaged. Take another one.',
    },
    again: 'Try again',
  },
  fallback: {
    reasons: {
      refused: {
        title: 'The camera is blocked',
        text: 'Allow the camera for this page, then try again.',
      },
      system: {
        title: 'Your device is blocking the camera',
        text: 'In your device’s settings, open privacy, then camera. Allow it for your browser and try again.',
      },
      policy: {
        title: 'The camera can’t be used here',
        text: 'The website that shows this page doesn’t let it use the camera. Please tell the people who run it.',
      },
      insecure: {
        title: 'This page isn’t secure',
        text: 'Browsers allow the camera only on addresses that start with https. Open the original link again.',
      },
      missing: {
        title: 'No camera found',
        text: 'Connect or switch on a camera, then try again.',
      },
      busy: {
        title: 'The camera isn’t responding',
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
      chrome: 'Click the icon to the left of the page’s address and allow the camera.',
      android: 'Tap the icon to the left of the page’s address, then “Permissions”, and allow the camera.',
      ios: 'Tap the page menu in the address bar, then “Website Settings”, and set the camera to “Allow”.',
      safari:
        'In the menu bar, choose Safari, then the settings for this website, and set the camera to “Allow”.',
      firefox: 'Click the crossed-out camera in the address bar and remove the block.',
      other: 'Look for a camera or lock icon next to the page’s address, or open the browser’s settings.',
    },
    /** In a browser inside an app: the same link, where the camera works. */
    elsewhere: {
      open: 'Open in your browser',
      /** Where no app can be told to open it. */
      copy: 'Copy the link',
      copied: 'Link copied. Paste it into your browser to continue there.',
    },
    tryCamera: 'Try the camera again',
    cancel: 'Cancel and go back',
  },
  photo: {
    choose: 'Choose a photo',
    insist: 'Send anyway',
    hint: 'JPEG or PNG: your face from the front, nobody else.',
    issues: {
      empty: 'This file is empty. Choose another photo.',
      heic: 'This is a HEIC photo, which can’t be read here. Choose a JPEG or PNG, or take a new photo.',
      pdf: 'This is a PDF document. Choose a JPEG or PNG photo.',
      wrong_type: 'This file isn’t a JPEG or PNG photo. Choose another one.',
      too_many_pixels:
        'This photo has more than 40 megapixels. Choose a smaller one, such as a normal selfie.',
      too_large: 'This photo is too large. Choose one under 5 MB.',
      unreadable: 'This photo is damaged and can’t be opened. Choose another one.',
      refused: 'This photo can’t be used. Choose another JPEG or PNG.',
      no_face: 'We couldn’t find a face in this photo. Choose another one, or send it anyway.',
    },
  },
  problem: {
    /** Beside the problem while there is a photo that was not sent yet. */
    kept: 'Your photo is still here. You don’t have to take it again.',
    /** While the page waits to try again by itself. */
    retrying: '{count, plural, one {Trying again in # second.} other {Trying again in # seconds.}}',
    kinds: {
      unavailable: {
        title: 'Please wait a moment',
        text: 'The check isn’t available right now. Nothing is lost.',
      },
      no_reference: {
        title: 'Not ready yet',
        text: 'There’s no photo of you on file to compare with. Ask whoever sent you this link. It will work once the photo has been added.',
      },
      delayed: {
        title: 'Please wait a while',
        text: 'You tried only a moment ago. For your security, there’s a pause before the next try. Please try again later.',
      },
      locked: {
        title: 'Paused for your security',
        text: 'This check didn’t work several times, so it’s paused for a while. Go back and choose another way, or ask whoever sent you this link.',
      },
      unexpected: { title: 'Something went wrong', text: 'It’s not your fault. Please try again.' },
    },
  },
  goBack: 'Go back',
  link: {
    used: {
      title: 'This link has already been used',
      text: 'Each link works only once. If you still need to confirm it’s you, go back and start again.',
    },
    expired: {
      title: 'This link has expired',
      text: 'For your security, links work only for a short time. Go back and ask for a new one.',
    },
    replaced: {
      title: 'There’s a newer link',
      text: 'This one has been replaced. Use the newest link, or go back and start again.',
    },
    invalid: {
      title: 'This link isn’t valid',
      text: 'It may be incomplete. Open the whole link again, or ask for a new one.',
    },
    inUse: {
      title: 'This link is open somewhere else',
      text: 'It was opened in another browser or on another device. Continue there, or ask for a new link.',
    },
  },
  /** In place of the first screen's words where a short video of the turn of the head is sent and kept. */
  video: {
    lead: '{partner} asks for a quick selfie and a turn of your head.',
    look: {
      title: 'Look at the camera',
      text: 'Turn your head a little when asked. The photo is taken automatically.',
    },
    send: {
      title: 'A photo and a short video are sent',
      text: 'The video shows you turning your head, without sound.',
    },
    consent:
      'By choosing “Agree and start”, you allow {partner} to take one photo of your face and compare it with the one on file, and to film you turning your head for up to three seconds and keep that video for a limited time. You are free to say no.',
  },
  notice: {
    /** What is told in so many words, where the partner gave them: it unfolds. */
    title: 'How your photo is used',
    controller: 'Data controller',
    purpose: 'Purpose',
    purposes: { authentication: 'Confirming that it’s you', enrolment: 'Recognising you later' },
    kept: 'How long it’s kept',
    days: '{count, plural, one {# day} other {# days}}',
    notKept: 'Not kept: deleted once it has been compared',
    onFile: 'Until it’s deleted or replaced',
    shared: 'Shared with',
    nobody: 'Nobody else',
    withdraw: 'Withdraw your consent',
    privacy: 'Privacy notice',
    terms: 'Terms of use',
  },
  /** Where a service of the partner's takes the capture. */
  vendor: {
    lead: '{partner} asks you to confirm it’s you. A service it works with takes the photo.',
    steps: {
      open: { title: 'The check opens', text: 'It’s run by a service {partner} works with.' },
      look: { title: 'Look at the camera', text: 'Follow the service’s instructions.' },
      compare: {
        title: 'Your face is checked',
        text: 'It’s compared with what’s on file. Then you come back here.',
      },
    },
    consent:
      'By choosing “Agree and start”, you allow {partner} and the service it works with to film your face and compare it with what’s on file. You are free to say no.',
    goingTitle: 'Taking you to the check',
    awayTitle: 'Continue to the check',
    awayText: 'The check is on another page. You come back here when it’s done.',
    besideText: 'The check opens in a new tab. When it’s done there, this page continues automatically.',
    open: 'Open the check',
    frameTitle: 'Face check',
    frameLabel: 'Face check by the service',
    appCode: 'Or enter this code in the service’s app:',
    waitTitle: 'Almost done',
    waitText: 'We’re waiting for the result. Keep this page open.',
    slowText: 'This is taking longer than usual. You can keep waiting: nothing is lost.',
  },
  done: {
    title: 'Photo received',
    text: 'Taking you back to {partner}…',
    leftTitle: 'No problem',
    leaving: 'One moment…',
  },
} as const satisfies CodedCopy
