import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { readBearer } from '../../http/bearer.ts'
import type { PartnerEnv } from '../../http/env.ts'
import type { AccessDeps } from './deps.ts'
import { findAccess } from './find-access.ts'

/** `Authorization: Bearer` with an API key or an OAuth access token. @throws AppError API_KEY_INVALID */
export const credentials = (deps: Pick<AccessDeps, 'database' | 'now'>) =>
  createMiddleware<PartnerEnv>(async (c, next) => {
    const bearer = readBearer(c.req.header('authorization'))
    const access = bearer === undefined ? undefined : await findAccess(deps, bearer)
    if (!access) throw new AppError('API_KEY_INVALID')
    c.set('tenantId', access.tenantId)
    c.set('scopes', access.scopes)
    await next()
  })
