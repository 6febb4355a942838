import { AppError } from '@visavis/shared/errors'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps, Origin } from './deps.ts'
import { recordOwnAct } from './record-own-act.ts'
import type { Session } from './step-up.ts'

/**
 * The session goes on in another tenant of its user's, whose audit log says so.
 * @throws AppError CONSOLE_SIGN_IN_NEEDED: it has ended meanwhile; NOT_FOUND: there is none, or they do not work there
 */
export const switchTenant = (
  { database, now }: Pick<ConsoleDeps, 'database' | 'now'>,
  { user: { id }, sessionHash }: Session,
  tenantId: string,
  origin: Origin,
): Promise<ConsoleUser> =>
  database.transaction(async (inside) => {
    const user = await inside.consoleUsers.hold(tenantId, id)
    if (!user) throw new AppError('NOT_FOUND')
    if (!(await inside.consoleSessions.move(sessionHash, tenantId))) {
      throw new AppError('CONSOLE_SIGN_IN_NEEDED')
    }
    // The next sign-in leads there again.
    await inside.consoleUsers.noteSignIn(tenantId, id, now())
    await recordOwnAct({ database: inside, now }, user, { action: 'console_user.switch' }, origin)
    return user
  })
