import * as z from 'zod'

/**
 * What can be scripted; keys are a user's id or a challenge's workflow run. `status` and `authentication_completed` are
 * those of the last poll. The vendor does not say how a check that failed shows: without a script it is `CONCERN`.
 */
export const entrustVerdictSchema = z.strictObject({
  /** `NO_RESPONSE`, `CONFIRM`, `CONCERN`, `CANCEL`, or something unheard of; `null`: none at all. */
  status: z.string().nullable().optional(),
  authentication_completed: z.boolean().optional(),
  /** The last poll is refused with this code instead. */
  error_code: z.string().optional(),
  /** What becomes of a new face. */
  face_status: z.enum(['ACTIVATING', 'ACTIVE', 'FAILED', 'EXPIRED', 'REVIEW', 'DISABLED']).optional(),
  /** Who captures. */
  device: z.enum(['WEB', 'MOBILE']).optional(),
  /** The script fails with this instead of taking the picture. */
  sdk_error: z.string().optional(),
})
export type EntrustVerdict = z.output<typeof entrustVerdictSchema>
