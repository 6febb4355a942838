import type { Access } from '../../http/env.ts'
import { hashSecret } from '../links/index.ts'
import type { AccessDeps } from './deps.ts'
import { TOKEN_PREFIX } from './issue-token.ts'

/**
 * Whom an API key or an access token speaks for. Both are looked up by their hash, so nothing about a wrong one can
 * be learnt from the time it takes.
 */
export const findAccess = async (
  { database, now }: Pick<AccessDeps, 'database' | 'now'>,
  credential: string,
): Promise<Access | undefined> => {
  if (credential.startsWith('sk_')) return database.apiKeys.findAccess(hashSecret(credential))
  if (credential.startsWith(TOKEN_PREFIX)) {
    return database.oauthTokens.findAccess(hashSecret(credential), now())
  }
  return undefined
}
