import type { AuditAction } from '@visavis/shared/audit'
import { createCounts } from '@visavis/shared/counts'
import { AppError } from '@visavis/shared/errors'
import { MAX_EXPORTS_PER_TENANT } from '@visavis/shared/limits'
import type { MiddlewareHandler } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { PartnerEnv } from '../../http/env.ts'
import { logError } from '../../http/error-log.ts'
import { toAppError } from '../../http/to-app-error.ts'
import { type AuditEdgeDeps, readOrigin, recordAuditEvent, toCredentialActor } from '../audit/index.ts'
import { onEnd } from './on-end.ts'

interface ExportRoomDeps extends AuditEdgeDeps {
  log: Logger
}

/** What somebody should wait who has as many under way as may be: most take seconds. */
const RETRY_AFTER_S = 10

/**
 * Lets `MAX_EXPORTS_PER_TENANT` files of a tenant out at once, from this process, and writes each into the audit log
 * before its first byte goes. A place is free again when the file has ended, or whoever asked for it has gone.
 * @throws AppError EXPORT_LIMIT_REACHED
 */
export const createExportRoom = (
  deps: ExportRoomDeps,
): ((action: AuditAction) => MiddlewareHandler<PartnerEnv>) => {
  const underWay = createCounts()
  return (action) =>
    createMiddleware(async (c, next) => {
      if (c.req.query('format') === undefined) return next()
      const tenantId = c.get('tenantId')
      if (underWay.of(tenantId) >= MAX_EXPORTS_PER_TENANT) {
        throw new AppError('EXPORT_LIMIT_REACHED', { retryAfterS: RETRY_AFTER_S })
      }
      underWay.add(tenantId, 1)
      let isLeft = false
      const leave = () => {
        if (!isLeft) underWay.add(tenantId, -1)
        isLeft = true
      }
      try {
        await next()
        const { body, ok } = c.res
        if (!ok || !body) return leave()
        if (c.req.method === 'HEAD') {
          // Nothing but the header goes out, and nobody reads the rest.
          await body.cancel()
          return leave()
        }
        const actor = toCredentialActor(c.get('credentialId'))
        await recordAuditEvent(deps, { tenantId, actor, action, subjectId: null, ...readOrigin(c, deps) })
        const requestId = c.get('requestId')
        c.res = new Response(
          onEnd(body, (failure) => {
            leave()
            if (failure) logError(deps.log, toAppError(failure), requestId)
          }),
          c.res,
        )
      } catch (failure) {
        leave()
        throw failure
      }
    })
}
