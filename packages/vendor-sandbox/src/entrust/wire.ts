/** What callers of the Authentication API send (OpenAPI document 5.46). What does nothing here is taken and left. */
import * as z from 'zod'

export const whoSchema = z.strictObject({ applicationId: z.string(), userId: z.string() })

/** Of the first two calls, as the document lists them; deprecated ones are sent by the official client all the same. */
export const detailsSchema = z.strictObject({
  authRequestKey: z.string().optional(),
  authToken: z.string().optional(),
  clientIp: z.string().optional(),
  ignoreIPAddressForRBA: z.boolean().optional(),
  origin: z.string().optional(),
  pushMessageIdentifier: z.string().optional(),
  requestDetail: z.unknown().optional(),
  tokenPushMutualChallengeEnabled: z.boolean().optional(),
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
  offlineTVS: z.boolean().optional(),
  secondFactorAuthenticator: z.literal('FACE').optional(),
})

/** Neither of who asks is required: the challenge's token tells. */
export const completeSchema = whoSchema.partial().extend({
  clientIp: z.string().optional(),
  ignoreIPAddressForRBA: z.boolean().optional(),
  locale: z.string().optional(),
  offlineTVS: z.boolean().optional(),
  origin: z.string().optional(),
  requestAcrs: z.unknown().optional(),
  rpId: z.string().optional(),
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
