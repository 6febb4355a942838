import type { CreateApiKey } from '@visavis/shared/access-api'
import { newId, randomBase32 } from '@visavis/shared/ids'
import { isTestTenant, TEST_KEY_PREFIX } from '@visavis/shared/test-mode'
import { hashSecret } from '../links/index.ts'
import type { ApiKey } from './api-keys-repo.ts'
import { toCredentialLimits } from './credential-limits.ts'
import type { AccessDeps } from './deps.ts'

interface CreatedApiKey {
  row: ApiKey
  /** Secret; shown this once, stored hashed. */
  apiKey: string
}

/**
 * A key the official Checkout client recognises: `sk_` and 27 characters of `[a-z2-7]`, 135 random bits. One of test mode
 * says so, to people and to whatever looks for secrets in code.
 * @throws AppError REQUEST_INVALID for a time that is over
 */
export const newApiKey = (
  { tenantId, createdOn }: Pick<ApiKey, 'tenantId' | 'createdOn'>,
  { name, scopes, livemode: _, ...limits }: CreateApiKey,
): CreatedApiKey => {
  const apiKey = `${isTestTenant(tenantId) ? TEST_KEY_PREFIX : 'sk_'}${randomBase32(27)}`
  const row = {
    id: newId('apiKey'),
    tenantId,
    name: name ?? null,
    hash: hashSecret(apiKey),
    lastFour: apiKey.slice(-4),
    scopes,
    createdOn,
    lastUsedOn: null,
    ...toCredentialLimits(limits, createdOn),
  }
  return { row, apiKey }
}

/** @throws AppError REQUEST_INVALID for a time that is over */
export const createApiKey = async (
  { database, now }: Pick<AccessDeps, 'database' | 'now'>,
  tenantId: string,
  input: CreateApiKey,
): Promise<CreatedApiKey> => {
  const created = newApiKey({ tenantId, createdOn: now() }, input)
  await database.apiKeys.insert(created.row)
  return created
}
