import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { hashSecret } from '../../services/capture-token.ts'
import type { Database } from '../../storage/db/types.ts'
import { readBearer } from '../bearer.ts'
import type { PartnerEnv } from '../env.ts'

/**
 * `Authorization: Bearer sk_…`. The key is looked up by its hash, so nothing about a wrong one can be learnt from
 * the time it takes. @throws AppError API_KEY_INVALID
 */
export const apiKey = ({ database }: { database: Database }) =>
  createMiddleware<PartnerEnv>(async (c, next) => {
    const key = readBearer(c.req.header('authorization'))
    const tenantId = key?.startsWith('sk_') ? await database.apiKeys.findTenantId(hashSecret(key)) : undefined
    if (!tenantId) throw new AppError('API_KEY_INVALID')
    c.set('tenantId', tenantId)
    await next()
  })
