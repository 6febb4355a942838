/** Bodies of `/api-keys` and `/oauth-clients`. Unknown fields are refused: a misspelt one must not pass unnoticed. */
import * as z from 'zod'
import { givenTime } from './partner-api.ts'
import { EVERYDAY_SCOPES, SCOPES } from './scopes.ts'

/** For people: shown in lists, never compared. */
const labelSchema = z.string().min(1).max(100)

const scopesSchema = z
  .array(z.enum(SCOPES))
  .min(1)
  .max(SCOPES.length)
  .transform((scopes) => [...new Set(scopes)])

const networkSchema = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

const limits = {
  /** Default: never. RFC 3339 with an offset. */
  expires_on: givenTime.optional(),
  /** Where it may be used from: addresses and networks in CIDR notation. Default: everywhere. */
  allowed_networks: z.array(networkSchema).max(50).optional(),
}
const limitsSchema = z.object(limits)
export type CredentialLimitsInput = z.infer<typeof limitsSchema>

export const createApiKeySchema = z.strictObject({
  name: labelSchema.optional(),
  scopes: scopesSchema,
  /** `false`: a key for test mode. Default: of the mode that is asked in. Test mode gives nobody a live key. */
  livemode: z.literal(false).optional(),
  ...limits,
})
export type CreateApiKey = z.infer<typeof createApiKeySchema>

export const createOauthClientSchema = z.strictObject({
  name: labelSchema.optional(),
  /** The most its tokens may do. Default: everything but `admin`. */
  scopes: scopesSchema.default([...EVERYDAY_SCOPES]),
  ...limits,
})
export type CreateOauthClient = z.infer<typeof createOauthClientSchema>
