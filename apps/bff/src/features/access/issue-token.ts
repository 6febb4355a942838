import { randomBase32 } from '@visavis/shared/ids'
import type { Scope } from '@visavis/shared/scopes'
import { hashSecret } from '../links/index.ts'
import { assertNetworkAllowed, isRunOut } from './credential-limits.ts'
import type { AccessDeps } from './deps.ts'
import { grantScopes } from './scope-rules.ts'

const TOKEN_LIFETIME_S = 3600

/** Tells a token from a key, here and for tools that look for secrets in code. */
export const TOKEN_PREFIX = 'oat_'

interface IssueTokenInput {
  clientId: string
  clientSecret: string
  /** As in the request; `undefined`: everything the client may. */
  scope: string | undefined
  /** Of whoever asks. */
  address: string | undefined
}

/** The errors are those of RFC 6749 §5.2. */
type IssuedToken =
  | { token: string; expiresInS: number; scopes: readonly Scope[] }
  | { error: 'invalid_client' | 'invalid_scope' }

/**
 * OAuth 2.0 client credentials grant (RFC 6749 §4.4): an opaque token, stored hashed, that runs out with its client at
 * the latest. @throws AppError NETWORK_NOT_ALLOWED
 */
export const issueToken = async (
  { database, now }: AccessDeps,
  { clientId, clientSecret, scope, address }: IssueTokenInput,
): Promise<IssuedToken> => {
  // Looked up by the hash: nothing about a wrong secret can be learnt from the time it takes.
  const client = await database.oauthClients.findBySecret(clientId, hashSecret(clientSecret))
  const issuedOn = now()
  if (!client || isRunOut(client, issuedOn)) return { error: 'invalid_client' }
  assertNetworkAllowed(client, address)
  const scopes = grantScopes(client.scopes, scope)
  if (!scopes) return { error: 'invalid_scope' }

  const { tenantId, id: oauthClientId } = client
  const token = TOKEN_PREFIX + randomBase32(52)
  const lifetimeMs = Math.min(
    TOKEN_LIFETIME_S * 1000,
    client.expiresOn ? client.expiresOn.getTime() - issuedOn.getTime() : Number.POSITIVE_INFINITY,
  )
  const expiresOn = new Date(issuedOn.getTime() + lifetimeMs)
  // The official client asks for a new one every few seconds: those that ran out must not pile up.
  await database.oauthTokens.deleteExpired(tenantId, oauthClientId, issuedOn)
  await database.oauthTokens.insert({ hash: hashSecret(token), tenantId, oauthClientId, scopes, expiresOn })
  return { token, expiresInS: Math.floor(lifetimeMs / 1000), scopes }
}
