import type { CreateApiKey } from '@visavis/shared/access-api'
import { AppError } from '@visavis/shared/errors'
import { newId, randomBase32 } from '@visavis/shared/ids'
import { hashSecret } from '../links/index.ts'
import type { ApiKey } from './api-keys-repo.ts'
import type { AccessDeps } from './deps.ts'

interface CreatedApiKey {
  row: ApiKey
  /** Secret; shown this once, stored hashed. */
  apiKey: string
}

/** A key the official Checkout client recognises: `sk_` and 27 characters of `[a-z2-7]`, 135 random bits. */
export const newApiKey = (
  { tenantId, createdOn }: Pick<ApiKey, 'tenantId' | 'createdOn'>,
  { name, scopes, expires_on: expiresOn, allowed_networks: allowedNetworks }: CreateApiKey,
): CreatedApiKey => {
  const apiKey = `sk_${randomBase32(27)}`
  const row = {
    id: newId('apiKey'),
    tenantId,
    name: name ?? null,
    hash: hashSecret(apiKey),
    lastFour: apiKey.slice(-4),
    scopes,
    createdOn,
    expiresOn: expiresOn ?? null,
    lastUsedOn: null,
    allowedNetworks: allowedNetworks ?? [],
  }
  return { row, apiKey }
}

/** @throws AppError REQUEST_INVALID for a time that is over */
export const createApiKey = async (
  { database, now }: Pick<AccessDeps, 'database' | 'now'>,
  tenantId: string,
  input: CreateApiKey,
): Promise<CreatedApiKey> => {
  const createdOn = now()
  if (input.expires_on && input.expires_on <= createdOn) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['expires_on__in_the_past'] })
  }
  const created = newApiKey({ tenantId, createdOn }, input)
  await database.apiKeys.insert(created.row)
  return created
}
