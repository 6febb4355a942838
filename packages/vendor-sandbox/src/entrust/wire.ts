/** What callers of the Authentication API send (OpenAPI document 5.46). What does nothing here is taken and left. */
import * as z from 'zod'

export const whoSchema = z.strictObject({ applicationId: z.string(), userId: z.string() })

/** Optional everywhere. */
export const detailsSchema = z.strictObject({
  authRequestKey: z.string().optional(),
  authToken: z.string().optional(),
  clientIp: z.string().optional(),
  machineAuthenticator: z.unknown().optional(),
  priority: z.int().min(0).max(9).optional(),
  pushMutualChallengeEnabled: z.boolean().optional(),
  requestAcrs: z.unknown().optional(),
  rpId: z.string().optional(),
  summary: z.string().optional(),
  transactionDetails: z.array(z.unknown()).optional(),
})

export const startSchema = whoSchema.extend(detailsSchema.shape).extend({
  locale: z.string().optional(),
  pushMessageIdentifier: z.string().optional(),
  requestDetail: z.unknown().optional(),
  secondFactorAuthenticator: z.literal('FACE').optional(),
})

export const completeSchema = whoSchema.extend({
  authRequestKey: z.string().optional(),
  cancel: z.boolean().optional(),
  enableWebSession: z.boolean().optional(),
  /** Deprecated. */
  faceResponse: z.string().optional(),
  /** "Not needed for Face Biometric." */
  response: z.string().optional(),
  secondFactorAuthenticator: z.literal('FACE').optional(),
  transactionDetails: z.array(z.unknown()).optional(),
})
