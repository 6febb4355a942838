import { AppError } from '@visavis/shared/errors'
import type { Access } from '../../http/env.ts'
import { isInNetworks } from '../../http/is-in-networks.ts'
import { hashSecret } from '../links/index.ts'
import type { AccessDeps } from './deps.ts'
import { TOKEN_PREFIX } from './issue-token.ts'

/** How exact `last_used_on` is: one write an hour for each key. */
const LAST_USE_MS = 60 * 60_000

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
  const { database, now } = deps
  if (credential.startsWith('sk_')) return findByKey(deps, credential, address)
  if (credential.startsWith(TOKEN_PREFIX)) {
    return database.oauthTokens.findAccess(hashSecret(credential), now())
  }
  return undefined
}

const findByKey = async (
  { database, now }: FindAccessDeps,
  credential: string,
  address: string | undefined,
): Promise<Access | undefined> => {
  const usedOn = now()
  const key = await database.apiKeys.findByHash(hashSecret(credential))
  if (!key || (key.expiresOn && key.expiresOn <= usedOn)) return undefined
  const { allowedNetworks, lastUsedOn, tenantId, scopes } = key
  if (allowedNetworks.length > 0 && !isInNetworks(address, allowedNetworks)) {
    throw new AppError('NETWORK_NOT_ALLOWED')
  }
  if (!lastUsedOn || usedOn.getTime() - lastUsedOn.getTime() >= LAST_USE_MS) {
    await database.apiKeys.touch(key.id, usedOn)
  }
  return { tenantId, scopes }
}
