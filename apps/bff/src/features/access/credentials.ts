import { AppError } from '@visavis/shared/errors'
import { TEST_KEY_PREFIX } from '@visavis/shared/test-mode'
import { createMiddleware } from 'hono/factory'
import { readBearer } from '../../http/bearer.ts'
import { readClientAddress } from '../../http/client-address.ts'
import type { PartnerEnv } from '../../http/env.ts'
import { countAddress, type EdgeDeps } from '../../http/rate-limit.ts'
import type { AccessDeps } from './deps.ts'
import { createFindAccess } from './find-access.ts'

/**
 * `Authorization: Bearer` with an API key or an OAuth access token. Wrong ones count for the address they come from; a
 * right one never waits for those.
 * @throws AppError API_KEY_INVALID, NETWORK_NOT_ALLOWED, RATE_LIMITED
 */
export const credentials = (deps: Pick<AccessDeps, 'database' | 'now'> & EdgeDeps) => {
  const findAccess = createFindAccess(deps)
  return createMiddleware<PartnerEnv>(async (c, next) => {
    const bearer = readCredential(c.req.header('authorization'))
    const address = readClientAddress(c, deps.trustedProxies ?? 0)
    const access = bearer === undefined ? undefined : await findAccess(bearer, address)
    if (!access) {
      await countAddress(deps, c)
      throw new AppError('API_KEY_INVALID')
    }
    c.set('tenantId', access.tenantId)
    c.set('scopes', access.scopes)
    c.set('credentialId', access.credentialId)
    await next()
  })
}

/** Checkout.com's client sends a key without the scheme where it does not know it for one of today's: those of test mode. */
const readCredential = (header: string | undefined): string | undefined =>
  header?.startsWith(TEST_KEY_PREFIX) ? header : readBearer(header)
