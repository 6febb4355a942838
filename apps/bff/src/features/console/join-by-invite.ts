import { AppError } from '@visavis/shared/errors'
import { findInvite, recordInviteDenial } from './accept-invite.ts'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import { addInvitedUser } from './create-invited-user.ts'
import type { ConsoleDeps, Origin } from './deps.ts'
import { type CredentialAnswer, verifyJoin } from './passkeys.ts'

/** What went to one address is not for whoever has another one. */
const isFor = ({ email }: Pick<ConsoleInvite, 'email'>, user: Pick<ConsoleUser, 'email'>): boolean =>
  email === null || user.email === null || email === user.email

/**
 * Somebody who has an account works for that tenant, too, from now on, and is signed in there. With the passkey of the account,
 * so that nobody brings another tenant's people into one that somebody else can open as well.
 * @throws AppError CONSOLE_INVITE_INVALID, PASSKEY_REFUSED
 */
export const joinByInvite = async (
  deps: ConsoleDeps,
  { token, credential: answer }: { token: string; credential: CredentialAnswer },
  origin: Origin,
): Promise<StartedSession> => {
  const { database, now } = deps
  const invite = await findInvite(deps, token, origin)
  const found = await database.consoleUsers.findByCredential(answer.id)
  const signed =
    found && isFor(invite, found.user) ? await verifyJoin(deps, invite, found.credential, answer) : undefined
  if (!found || !signed) {
    await recordInviteDenial(deps, invite, origin)
    throw new AppError('PASSKEY_REFUSED')
  }
  return database.transaction(async (repositories) => {
    const { consoleInvites, consoleUsers } = repositories
    if (!(await consoleInvites.use(invite.id, now()))) throw new AppError('CONSOLE_INVITE_INVALID')
    const inside = { database: repositories, now }
    const user = await addInvitedUser(inside, invite, found.user.id, origin)
    const session = user && (await beginSession(inside, user, signed, origin))
    if (!session) throw new AppError('PASSKEY_REFUSED')
    await consoleUsers.useCredential(answer.id, signed.counter, now())
    return session
  })
}
