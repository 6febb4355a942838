import type { CreateOauthClient } from '@visavis/shared/access-api'
import { newId, randomBase32 } from '@visavis/shared/ids'
import type { ServiceDeps } from '../../service-deps.ts'
import type { OauthClient } from '../../storage/types.ts'
import { hashSecret } from '../links/capture-token.ts'

interface CreatedOauthClient {
  client: OauthClient
  /** Shown this once, stored hashed. */
  clientSecret: string
}

/** 260 random bits, in characters that no encoding on the way changes. */
const createClientSecret = (): string => `cs_${randomBase32(52)}`

export const createOauthClient = async (
  { database, now }: ServiceDeps,
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
