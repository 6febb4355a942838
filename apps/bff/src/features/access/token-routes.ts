import { tokenErrorSchema, tokenSchema } from '@visavis/shared/access-answers'
import { Hono } from 'hono'
import * as z from 'zod'
import { readClientAddress } from '../../http/client-address.ts'
import { endpoint, mount, withStatus } from '../../http/endpoint.ts'
import type { AppEnv } from '../../http/env.ts'
import type { ErrorDocsDeps } from '../../http/error-body.ts'
import { type EdgeDeps, limitAddress } from '../../http/rate-limit.ts'
import type { AccessDeps } from './deps.ts'
import { issueToken } from './issue-token.ts'
import { readTokenRequest, type TokenError } from './read-token-request.ts'

const DESCRIPTIONS: Record<TokenError, string> = {
  invalid_request: 'Send grant_type, client_id and client_secret once each, as a form or with HTTP Basic.',
  invalid_client: 'The client id or the client secret is wrong.',
  unsupported_grant_type: 'Only client_credentials is supported.',
  invalid_scope: 'A scope is unknown, or more than this client may have.',
}

const toErrorBody = (error: TokenError, deps?: ErrorDocsDeps) => ({
  error,
  error_description: DESCRIPTIONS[error],
  ...(deps ? { error_uri: `${deps.errorDocsUrl}#${error}` } : {}),
})

const tokenRequestSchema = z.object({
  grant_type: z.literal('client_credentials'),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
})

/** Bodies are those of RFC 6749 §5, not of the partner API. */
export const TOKEN_ENDPOINTS = [
  endpoint(
    {
      tag: 'Access',
      audience: 'public',
      method: 'post',
      path: '/connect/token',
      id: 'createAccessToken',
      summary: 'Get an access token',
      description: 'OAuth 2.0 client credentials (RFC 6749 §4.4): in the body, or with HTTP Basic.',
      otherBodies: { 'application/x-www-form-urlencoded': tokenRequestSchema },
      example: { grant_type: 'client_credentials', client_id: 'oac_…', client_secret: 'cs_…' },
      maxBytes: 8 * 1024,
      tooLarge: (c) => c.json(toErrorBody('invalid_request'), 413),
      answers: {
        200: { description: 'The token', schema: tokenSchema },
        400: { description: 'The request is wrong', schema: tokenErrorSchema },
        401: { description: 'The client is wrong', schema: tokenErrorSchema },
        413: { description: 'The body is too large', schema: tokenErrorSchema },
      },
      errors: ['RATE_LIMITED', 'CONTENT_ENCODING_UNSUPPORTED', 'NETWORK_NOT_ALLOWED'],
    },
    async (deps: AccessDeps & ErrorDocsDeps & Pick<EdgeDeps, 'trustedProxies'>, { c }) => {
      c.header('Cache-Control', 'no-store')
      c.header('Pragma', 'no-cache')
      const request = await readTokenRequest(c)
      const issued =
        'error' in request
          ? request
          : await issueToken(deps, { ...request, address: readClientAddress(c, deps.trustedProxies ?? 0) })
      if ('error' in issued) {
        if (issued.error !== 'invalid_client') return withStatus(400, toErrorBody(issued.error, deps))
        c.header('WWW-Authenticate', 'Basic realm="visavis"')
        return withStatus(401, toErrorBody(issued.error, deps))
      }
      return withStatus(200, {
        access_token: issued.token,
        token_type: 'Bearer' as const,
        expires_in: issued.expiresInS,
        scope: issued.scopes.join(' '),
      })
    },
  ),
]

export const tokenRoutes = (deps: AccessDeps & EdgeDeps & ErrorDocsDeps) => {
  const routes = new Hono<AppEnv>()
  mount(routes, TOKEN_ENDPOINTS, deps, { before: [limitAddress(deps)] })
  return routes
}
