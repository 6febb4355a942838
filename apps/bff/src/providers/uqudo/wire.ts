/** uqudo Face API, as far as it is used. */
import * as z from 'zod'

export const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

export const sessionSchema = z.object({ sessionId: z.string().min(1) })

/** A level the scale does not have is no level, nor is a missing one: the comparison then counts as failed. */
export const matchSchema = z.object({ match: z.boolean(), matchLevel: z.int().nullish() })

export const searchSchema = z.object({
  /** What it is when nothing was found and nothing inserted is not documented. */
  oneToNVerificationId: z.string().min(1).nullish(),
  oneToNVerificationMatch: z.boolean(),
})

/** The response model is not published; the id is what the search calls it. */
export const insertSchema = z.object({ oneToNVerificationId: z.string().min(1) })

/** Claims of a signed result. */
export const resultSchema = z.object({
  jti: z.string().min(1),
  data: z.object({
    sessionId: z.string(),
    nonce: z.string(),
    face: z.object({
      match: z.boolean(),
      matchLevel: z.int().optional(),
      auditTrailImageId: z.string().min(1).optional(),
      auditTrailImageIdChecksum: z.string().optional(),
    }),
  }),
})
export type WireResult = z.infer<typeof resultSchema>

/** What the account's webhook carries. */
export const webhookSchema = z.object({ jwsResult: z.string().min(1).max(1_000_000) })
export const webhookSessionSchema = z.object({ data: z.object({ sessionId: z.string().min(1) }) })

/** What the page hands over from the vendor's script. */
export const handedSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('complete'), data: z.string().max(16_384) }),
  z.object({ event: z.literal('error'), code: z.string(), data: z.string().max(16_384).optional() }),
  z.object({ event: z.literal('exit'), reason: z.string() }),
])

/** What is remembered of a capture. */
export const stateSchema = z.object({
  sessionId: z.string(),
  nonce: z.string(),
  minimumMatchLevel: z.number(),
  /** Seconds since 1970. */
  startedOn: z.number(),
})
export type UqudoState = z.infer<typeof stateSchema>
