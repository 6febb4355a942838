import type { ResponseCode } from './response-codes.ts'

/** What it says of the person or the picture, and what the partner does next. */
export const RESPONSE_CODE_MEANINGS: Record<ResponseCode, readonly [meaning: string, remedy: string]> = {
  10000: ['The face is that of the applicant.', 'Let the person in.'],
  61101: ['The link was never opened.', 'Send a new link; ask whether the first one arrived.'],
  61111: ['The person said that this is no good moment.', 'Offer a new attempt later.'],
  61113: [
    'The person, or the browser by itself, refused the camera.',
    'Offer a new attempt and say how to allow it.',
  ],
  61121: ['The person left before the picture was taken.', 'Offer a new attempt.'],
  61201: ['The connection was too weak for the picture.', 'Offer a new attempt on another network.'],
  61202: [
    'The browser cannot do what the capture needs.',
    'Offer a new attempt in another browser or on a phone.',
  ],
  61203: ['The device has no camera.', 'Offer a new attempt on a phone.'],
  61401: ['The pictures were out of focus or moved.', 'Offer a new attempt.'],
  61402: ['There was too little or too much light.', 'Offer a new attempt in better light.'],
  61410: ['No usable face was in the pictures.', 'Offer a new attempt.'],
  61411: ['Something hid a part of the face.', 'Offer a new attempt without mask, sunglasses or hand.'],
  61412: ['The head was not turned as asked.', 'Offer a new attempt.'],
  61901: [
    'The check failed here or at the vendor.',
    'Offer a new attempt; if it happens again, see the log.',
  ],
  61911: ['What was captured could not be read.', 'Offer a new attempt.'],
  62305: [
    'No living person seems to have been in front of the camera.',
    'Do not let the person in; look at the case.',
  ],
  62306: ['The face seems to be altered or masked.', 'Do not let the person in; look at the case.'],
  62307: [
    'The picture seems to be made or changed by a program.',
    'Do not let the person in; look at the case.',
  ],
  62321: ['The face is not that of the applicant.', 'Do not let the person in; another attempt may follow.'],
  62402: ['The device looks like one that is used for fraud.', 'Do not let the person in; look at the case.'],
  62403: [
    'It is not clear that the person takes part by free will.',
    'Do not let the person in; look at the case.',
  ],
  62405: ['The face is known for fraud.', 'Do not let the person in; look at the case.'],
  62902: [
    'The picture is a copy of one that is already here: a reference, or an earlier capture.',
    'Do not let the person in; look at the case.',
  ],
  62901: [
    'Too many faces before this one did not match, and the applicant is locked.',
    'Do not let the person in; ask whether it is them before you unlock the applicant.',
  ],
  63001: ['The person does not agree to the face check.', 'Offer another way.'],
  64001: ['Your server ended the attempt.', 'Nothing; create a new one when it is wanted.'],
}
