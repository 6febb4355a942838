/** Yoti Identity Verification, as far as it is used. Unknown fields and values pass: they are mapped, or left. */
import * as z from 'zod'

const id = z.string().min(1)

export const createdSessionSchema = z.object({ session_id: id, client_session_token: id })

/** `allowed_sources` and states are left to the vendor: what it does not want, it refuses. */
export const configurationSchema = z.object({
  capture: z.object({
    required_resources: z.array(z.object({ type: z.string(), id })).default([]),
  }),
})

export const createdResourceSchema = z.object({ id })

/** Of a picture, an applicant, a face. */
const mediaSchema = z.object({ id: id.optional() })

const checkSchema = z.object({
  type: z.string(),
  state: z.string(),
  /** Resources; of a liveness check, its capture. */
  resources_used: z.array(z.string()).default([]),
  /** Absent until the check is done. */
  report: z
    .object({
      recommendation: z.object({ value: z.string() }),
      breakdown: z.array(z.object({ sub_check: z.string(), result: z.string() })).default([]),
    })
    .optional(),
})
export type WireCheck = z.infer<typeof checkSchema>

/** The client's token, which may stand in there too, is left behind. */
export const sessionSchema = z.object({
  state: z.string(),
  checks: z.array(checkSchema).default([]),
  resources: z
    .object({
      liveness_capture: z
        .array(
          z.object({
            id,
            /** `STATIC` */
            image: z.object({ media: mediaSchema.optional() }).optional(),
            /** `ZOOM`; some are empty objects. */
            frames: z.array(z.object({ media: mediaSchema.optional() })).default([]),
          }),
        )
        .default([]),
    })
    .default({ liveness_capture: [] }),
})
export type WireSession = z.infer<typeof sessionSchema>

/** What a face can be made of beside a picture; without `media_id`, that of the session's approved liveness check. */
export const faceDetailsSchema = z.strictObject({ session_id: id.optional(), media_id: id.optional() })

export const errorSchema = z.object({ code: z.string() })

export const notificationSchema = z.object({ session_id: id, topic: z.string() })

/** What the hosted page posts. */
export const pageMessageSchema = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('SUCCESS') }),
  z.object({ eventType: z.literal('ERROR'), eventCode: z.number().optional() }),
])

/** What is remembered of a capture. */
export const stateSchema = z.object({ sessionId: z.string() })
