import type { CreateOauthClient } from '@visavis/shared/access-api'
import { newId, randomBase32 } from '@visavis/shared/ids'
import { hashSecret } from '../links/index.ts'
import { toCredentialLimits } from './credential-limits.ts'
import type { AccessDeps } from './deps.ts'
import type { OauthClient } from './oauth-clients-repo.ts'

interface CreatedOauthClient {
  client: OauthClient
  /** Shown this once, stored hashed. */
  clientSecret: string
}

/** 260 random bits, in characters that no encoding on the way changes. */
const createClientSecret = (): string => `cs_${randomBase32(52)}`

/** @throws AppError REQUEST_INVALID for a time that is over */
export const createOauthClient = async (
  { database, now }: AccessDeps,
  tenantId: string,
  { name, scopes, ...limits }: CreateOauthClient,
): Promise<CreatedOauthClient> => {
  const clientSecret = createClientSecret()
  const createdOn = now()
  const client: OauthClient = {
    id: newId('oauthClient'),
    tenantId,
    name: name ?? null,
    secretHash: hashSecret(clientSecret),
    lastFour: clientSecret.slice(-4),
    scopes,
    createdOn,
    lastUsedOn: null,
    ...toCredentialLimits(limits, createdOn),
  }
  await database.oauthClients.insert(client)
  return { client, clientSecret }
}
