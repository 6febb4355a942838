import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import type { ServiceDeps } from '../../services/deps.ts'
import { findAccess } from '../../services/find-access.ts'
import { readBearer } from '../bearer.ts'
import type { PartnerEnv } from '../env.ts'

/** `Authorization: Bearer` with an API key or an OAuth access token. @throws AppError API_KEY_INVALID */
export const credentials = (deps: Pick<ServiceDeps, 'database' | 'now'>) =>
  createMiddleware<PartnerEnv>(async (c, next) => {
    const bearer = readBearer(c.req.header('authorization'))
    const access = bearer === undefined ? undefined : await findAccess(deps, bearer)
    if (!access) throw new AppError('API_KEY_INVALID')
    c.set('tenantId', access.tenantId)
    c.set('scopes', access.scopes)
    await next()
  })
