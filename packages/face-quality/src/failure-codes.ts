/** What can be wrong with a frame, in the order people are told: framing, pose, eyes, coverings, light, blur. */
export const FAILURE_CODES = [
  'no_face',
  'several_faces',
  'too_far',
  'too_close',
  'off_centre',
  'cropped',
  'turned',
  'eyes_closed',
  'eyes_covered',
  'mouth_covered',
  'face_covered',
  'too_dark',
  'too_bright',
  'uneven_light',
  'low_contrast',
  'grey_picture',
  'blurry',
  'low_resolution',
] as const

export type FailureCode = (typeof FAILURE_CODES)[number]

/** As the person sees it: `left` is the person's own left, the right of a picture that is not mirrored. */
export type Direction = 'left' | 'right' | 'up' | 'down' | 'tilted'
