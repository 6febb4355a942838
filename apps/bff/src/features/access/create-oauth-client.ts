import type { CreateOauthClient } from '@visavis/shared/access-api'
import { newId, randomBase32 } from '@visavis/shared/ids'
import { hashSecret } from '../links/index.ts'
import type { AccessDeps } from './deps.ts'
import type { OauthClient } from './oauth-clients-repo.ts'

interface CreatedOauthClient {
  client: OauthClient
  /** Shown this once, stored hashed. */
  clientSecret: string
}

/** 260 random bits, in characters that no encoding on the way changes. */
const createClientSecret = (): string => `cs_${randomBase32(52)}`

export const createOauthClient = async (
  { database, now }: AccessDeps,
  tenantId: string,
  { name, scopes }: CreateOauthClient,
): Promise<CreatedOauthClient> => {
  const clientSecret = createClientSecret()
  const client: OauthClient = {
    id: newId('oauthClient'),
    tenantId,
    name: name ?? null,
    secretHash: hashSecret(clientSecret),
    lastFour: clientSecret.slice(-4),
    scopes,
    createdOn: now(),
  }
  await database.oauthClients.insert(client)
  return { client, clientSecret }
}
