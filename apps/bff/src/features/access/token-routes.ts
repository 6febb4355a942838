import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnv } from '../../http/env.ts'
import { type EdgeDeps, limitAddress } from '../../http/rate-limit.ts'
import type { AccessDeps } from './deps.ts'
import { issueToken } from './issue-token.ts'
import { readTokenRequest, type TokenError } from './read-token-request.ts'

const MAX_FORM_BYTES = 8 * 1024

const DESCRIPTIONS: Record<TokenError, string> = {
  invalid_request: 'Send grant_type, client_id and client_secret once each, as a form or with HTTP Basic.',
  invalid_client: 'The client id or the client secret is wrong.',
  unsupported_grant_type: 'Only client_credentials is supported.',
  invalid_scope: 'A scope is unknown, or more than this client may have.',
}

/** `POST /connect/token`: OAuth 2.0 client credentials. Bodies are those of RFC 6749 §5, not of the partner API. */
export const tokenRoutes = (deps: AccessDeps & EdgeDeps) => {
  const toErrorBody = (error: TokenError) => ({ error, error_description: DESCRIPTIONS[error] })
  const limit = bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: (c) => c.json(toErrorBody('invalid_request'), 413),
  })
  return new Hono<AppEnv>().post('/token', limitAddress<AppEnv>(deps), limit, async (c) => {
    c.header('Cache-Control', 'no-store')
    c.header('Pragma', 'no-cache')
    const request = await readTokenRequest(c)
    const issued = 'error' in request ? request : await issueToken(deps, request)
    if ('error' in issued) {
      if (issued.error === 'invalid_client') c.header('WWW-Authenticate', 'Basic realm="visavis"')
      return c.json(toErrorBody(issued.error), issued.error === 'invalid_client' ? 401 : 400)
    }
    return c.json({
      access_token: issued.token,
      token_type: 'Bearer',
      expires_in: issued.expiresInS,
      scope: issued.scopes.join(' '),
    })
  })
}
