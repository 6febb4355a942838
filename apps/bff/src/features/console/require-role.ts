import { hasRole } from '@visavis/shared/console-roles'
import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { createMiddleware } from 'hono/factory'
import { readOrigin, recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import type { ConsoleEndpoint } from './console-endpoint.ts'
import type { ConsoleEnv } from './console-session.ts'
import type { ConsoleDeps } from './deps.ts'

/** Behind a session. @throws AppError CONSOLE_ROLE_MISSING, with an entry in the audit log */
export const requireRole = <Deps>(deps: ConsoleDeps, { role, denial }: ConsoleEndpoint<Deps>) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const user = c.get('user')
    if (role === 'anyone' || role === 'user' || hasRole(user.role, role)) return next()
    const asked = c.req.param('pictureId')
    // An id of ours or nothing: nobody writes text of theirs into the log.
    const subjectId = denial === 'console_user.deny' ? user.id : asked && isId('asset', asked) ? asked : null
    await recordAuditEvent(deps, {
      tenantId: user.tenantId,
      actor: toConsoleActor(user.id),
      action: denial,
      subjectId,
      ...readOrigin(c, deps),
    })
    throw new AppError('CONSOLE_ROLE_MISSING')
  })
