import * as z from 'zod'

/**
 * The outcome of one picture, for its `user_tracking_id`, applicant id or session id. What is left out comes of the
 * picture: a liveness check approves any usable face, the comparison compares.
 */
export const yotiVerdictSchema = z.strictObject({
  /** Recommendation: `APPROVE`, `REJECT`, `NOT_AVAILABLE`, or something nobody has heard of. */
  liveness: z.string().optional(),
  comparison: z.string().optional(),
  reason: z.string().optional(),
  recovery_suggestion: z.string().optional(),
  /** The part of the liveness check that fails when it rejects; default: `liveness_auth`. */
  failed_sub_check: z.enum(['liveness_auth', 'face_processing', 'payload_signature_verification']).optional(),
  /** Of the comparison: `DONE` (default), `INTERNAL_ERROR`, or one in which it stays. */
  comparison_state: z.string().optional(),
  /** Seconds from the picture to the reports, like `async_report_delay`. */
  delay_s: z.number().min(0).optional(),
  /** The session's pictures answer 204. */
  withhold_media: z.boolean().optional(),
  /** The page reports this error instead of taking the picture. */
  client_error: z.int().optional(),
})
export type YotiVerdict = z.infer<typeof yotiVerdictSchema>
