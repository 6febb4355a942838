import { isTestTenant, TEST_KEY_PREFIX } from '@visavis/shared/test-mode'
import type { Access } from '../../http/env.ts'
import { hashSecret } from '../links/index.ts'
import { assertNetworkAllowed, isRunOut } from './credential-limits.ts'
import type { AccessDeps } from './deps.ts'
import { TOKEN_PREFIX } from './issue-token.ts'

/** How exact `last_used_on` is: one write an hour for each key and client. */
const LAST_USE_MS = 60 * 60_000

const isUseNews = (lastUsedOn: Date | null, usedOn: Date): boolean =>
  !lastUsedOn || usedOn.getTime() - lastUsedOn.getTime() >= LAST_USE_MS

type FindAccessDeps = Pick<AccessDeps, 'database' | 'now'>

/**
 * Whom an API key or an access token speaks for. Both are looked up by their hash, so nothing about a wrong one can
 * be learnt from the time it takes.
 * @param address of whoever sent it @throws AppError NETWORK_NOT_ALLOWED
 */
export const findAccess = async (
  deps: FindAccessDeps,
  credential: string,
  address: string | undefined,
): Promise<Access | undefined> => {
  if (credential.startsWith('sk_')) return findByKey(deps, credential, address)
  if (credential.startsWith(TOKEN_PREFIX)) return findByToken(deps, credential, address)
  return undefined
}

const findByKey = async (
  { database, now }: FindAccessDeps,
  credential: string,
  address: string | undefined,
): Promise<Access | undefined> => {
  const usedOn = now()
  const key = await database.apiKeys.findByHash(hashSecret(credential))
  if (!key || isRunOut(key, usedOn)) return undefined
  // Never so by what is written here; a row that somebody moved lets nobody in.
  if (credential.startsWith(TEST_KEY_PREFIX) !== isTestTenant(key.tenantId)) return undefined
  assertNetworkAllowed(key, address)
  const { lastUsedOn, tenantId, scopes } = key
  if (isUseNews(lastUsedOn, usedOn)) await database.apiKeys.touch(key.id, usedOn)
  return { tenantId, scopes, credentialId: key.id }
}

/** A token never outlives its client, and is used from where its client may be. */
const findByToken = async (
  { database, now }: FindAccessDeps,
  credential: string,
  address: string | undefined,
): Promise<Access | undefined> => {
  const usedOn = now()
  const token = await database.oauthTokens.findAccess(hashSecret(credential), usedOn)
  if (!token) return undefined
  assertNetworkAllowed(token, address)
  const { tenantId, scopes, credentialId, lastUsedOn } = token
  if (isUseNews(lastUsedOn, usedOn)) await database.oauthClients.touch(credentialId, usedOn)
  return { tenantId, scopes, credentialId }
}
