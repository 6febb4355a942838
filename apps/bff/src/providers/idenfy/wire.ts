/** iDenfy, as far as it is used. Unknown fields and values pass: they are mapped, or left. */
import * as z from 'zod'

/** *Check status* */
export const checkStatusSchema = z.object({ type: z.string() })

/** *Create session*: no other key of the answer is published. The digits are eight, says *Generate token*. */
export const createdSessionSchema = z.object({
  token: z.string().min(1).max(40),
  digitString: z
    .string()
    .regex(/^\d{4,12}$/)
    .nullish(),
})

/** *Retrieve session*. `approved` is null until it is decided. */
export const sessionSchema = z.object({
  tokenString: z.string(),
  approved: z.boolean().nullable(),
  /** One that is no address is no picture, and no reason to hold back the verdict. */
  facePhoto: z
    .url({ protocol: /^https?$/ })
    .nullish()
    .catch(null),
})

/** *Webhook `FACIAL_AUTHENTICATION`*: the schema has no `status`, the guides do. */
export const webhookSchema = z.object({
  token: z.string().min(1).max(40),
  status: z.string().nullish(),
  failReason: z.string().nullish(),
})

/** What is handed on of a webhook. */
export const hintSchema = z.object({ status: z.string().nullish(), failReason: z.string().nullish() })
export type Hint = z.infer<typeof hintSchema>

/** *Error handling*: answers of 401, 402 and 403 have no identifier. */
export const errorSchema = z.object({ identifier: z.string() })

/** What is remembered of a capture. */
export const stateSchema = z.object({
  token: z.string(),
  /** When the vendor's own time for it is over. */
  endsOn: z.iso.datetime(),
  /** When it was first seen as failed without a reason. */
  failedOn: z.iso.datetime().optional(),
})
export type IdenfyState = z.infer<typeof stateSchema>
