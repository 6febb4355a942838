import * as z from 'zod'

/** Documented for the webhook; an open set. */
export const FAIL_REASONS = [
  'FACE_MISMATCH',
  'FAKE_FACE',
  'VIRTUAL_CAMERA',
  'FACE_NOT_FOUND',
  'TOO_MANY_FACES',
  'FACE_ANGLE_TOO_LARGE',
  'FACE_TOO_SMALL',
  'FACE_CLOSE_TO_BORDER',
  'FACE_TOO_CLOSE',
  'FACE_CROPPED',
  'FACE_IS_OCCLUDED',
  'EYES_CLOSED',
  'FAILED_TO_PREDICT_LANDMARKS',
  'PROBABILITY_TOO_SMALL',
  'FAKE_CAPTURE',
  'DUPLICATE_IMAGE',
] as const

/** The outcome of one session, for its `scanRef` or token. What is left out comes of the picture. */
export const idenfyVerdictSchema = z.strictObject({
  /** `SUCCESS`, `FAILED`, or something nobody has heard of. */
  status: z.string().optional(),
  /** Comes with `FAILED`. */
  fail_reason: z.string().optional(),
  /** Of `check-status`: `IDENTIFICATION` sends the person to a full verification. */
  check_status: z.string().optional(),
  /** The message of the page is a JSON string, as its older sibling posts it. */
  message_as_text: z.boolean().optional(),
})
export type IdenfyVerdict = z.infer<typeof idenfyVerdictSchema>
