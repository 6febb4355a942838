import type { ConsoleRole } from '@visavis/shared/console-roles'
import { AppError } from '@visavis/shared/errors'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps, ConsoleRepositories } from './deps.ts'

type TeamDeps = Pick<ConsoleDeps, 'database'>
type Admins = readonly Pick<ConsoleUser, 'id'>[]

/** Without them nobody could invite anybody any more. */
export const isLastAdmin = (admins: Admins, userId: string): boolean =>
  admins.length === 1 && admins[0]?.id === userId

/**
 * What one admin does at a time: whoever was removed or demoted a moment ago does nothing any more. Nobody changes their own
 * role, and so an admin is left whoever else loses theirs.
 * @throws AppError CONSOLE_ROLE_MISSING
 */
const asAdmin = <Result>(
  { database }: TeamDeps,
  { id, tenantId }: ConsoleUser,
  change: (repositories: ConsoleRepositories, admins: Admins) => Promise<Result>,
): Promise<Result> =>
  database.transaction(async (repositories) => {
    const admins = await repositories.consoleUsers.lockAdmins(tenantId)
    if (!admins.some((admin) => admin.id === id)) throw new AppError('CONSOLE_ROLE_MISSING')
    return change(repositories, admins)
  })

/** It counts from their next request on. @throws AppError CONSOLE_OWN_ROLE, CONSOLE_ROLE_MISSING, NOT_FOUND */
export const changeConsoleRole = (
  deps: TeamDeps,
  admin: ConsoleUser,
  { userId, role }: { userId: string; role: ConsoleRole },
): Promise<void> =>
  asAdmin(deps, admin, async ({ consoleUsers }) => {
    if (userId === admin.id) throw new AppError('CONSOLE_OWN_ROLE')
    if (!(await consoleUsers.setRole(admin.tenantId, userId, role))) throw new AppError('NOT_FOUND')
  })

/** With sessions there, at once, and with the last tenant passkeys, too. @throws AppError CONSOLE_LAST_ADMIN, CONSOLE_ROLE_MISSING, NOT_FOUND */
export const removeConsoleUser = (
  { now, ...deps }: TeamDeps & Pick<ConsoleDeps, 'now'>,
  admin: ConsoleUser,
  userId: string,
): Promise<void> =>
  asAdmin(deps, admin, async (repositories, admins) => {
    if (isLastAdmin(admins, userId)) throw new AppError('CONSOLE_LAST_ADMIN')
    if (!(await deleteConsoleUser(repositories, admin.tenantId, userId, now())))
      throw new AppError('NOT_FOUND')
  })

/**
 * Whoever is gone stays gone: an invitation that went to the same address ends too. Inside a transaction.
 * @returns whether there was one
 */
export const deleteConsoleUser = async (
  { consoleInvites, consoleUsers }: Pick<ConsoleRepositories, 'consoleInvites' | 'consoleUsers'>,
  tenantId: string,
  id: string,
  now: Date,
): Promise<boolean> => {
  await consoleInvites.revokeLike(tenantId, id, now)
  return consoleUsers.delete(tenantId, id)
}
