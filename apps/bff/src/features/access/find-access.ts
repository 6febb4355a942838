import { isTestTenant, TEST_KEY_PREFIX } from '@visavis/shared/test-mode'
import type { Access } from '../../http/env.ts'
import { shareRunningByKey } from '../../storage/share-running.ts'
import { hashSecret } from '../links/index.ts'
import { assertNetworkAllowed, isRunOut } from './credential-limits.ts'
import type { AccessDeps } from './deps.ts'
import { TOKEN_PREFIX } from './issue-token.ts'

/** How exact `last_used_on` is: one write an hour for each key and client. */
const LAST_USE_MS = 60 * 60_000

const isUseNews = (lastUsedOn: Date | null, usedOn: Date): boolean =>
  !lastUsedOn || usedOn.getTime() - lastUsedOn.getTime() >= LAST_USE_MS

/**
 * Finds whom an API key or an access token speaks for. Both are looked up by their hash, so nothing about a wrong one can
 * be learnt from the time it takes. A thousand requests with one credential at once look it up once: the database has to
 * answer others as well. One that is withdrawn meanwhile is found no longer by whoever asks after that.
 */
export const createFindAccess = ({ database, now }: Pick<AccessDeps, 'database' | 'now'>) => {
  const keyOf = shareRunningByKey((credential) => database.apiKeys.findByHash(hashSecret(credential)))
  const tokenOf = shareRunningByKey((credential) =>
    database.oauthTokens.findAccess(hashSecret(credential), now()),
  )
  const touchKey = shareRunningByKey((id) => database.apiKeys.touch(id, now()))
  const touchClient = shareRunningByKey((id) => database.oauthClients.touch(id, now()))

  const findByKey = async (credential: string, address: string | undefined): Promise<Access | undefined> => {
    const key = await keyOf(credential)
    const usedOn = now()
    if (!key || isRunOut(key, usedOn)) return undefined
    // Never so by what is written here; a row that somebody moved lets nobody in.
    if (credential.startsWith(TEST_KEY_PREFIX) !== isTestTenant(key.tenantId)) return undefined
    assertNetworkAllowed(key, address)
    const { lastUsedOn, tenantId, scopes } = key
    if (isUseNews(lastUsedOn, usedOn)) await touchKey(key.id)
    return { tenantId, scopes, credentialId: key.id }
  }

  /** A token never outlives its client, and is used from where its client may be. */
  const findByToken = async (
    credential: string,
    address: string | undefined,
  ): Promise<Access | undefined> => {
    const token = await tokenOf(credential)
    if (!token) return undefined
    assertNetworkAllowed(token, address)
    const { tenantId, scopes, credentialId, lastUsedOn } = token
    if (isUseNews(lastUsedOn, now())) await touchClient(credentialId)
    return { tenantId, scopes, credentialId }
  }

  /** @param address of whoever sent it @throws AppError NETWORK_NOT_ALLOWED */
  return async (credential: string, address: string | undefined): Promise<Access | undefined> => {
    if (credential.startsWith('sk_')) return findByKey(credential, address)
    if (credential.startsWith(TOKEN_PREFIX)) return findByToken(credential, address)
    return undefined
  }
}
