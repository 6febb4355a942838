import { AppError } from '@visavis/shared/errors'
import { recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import { hashSecret } from '../links/index.ts'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import { createInvitedUser, toInvitedUserId } from './create-invited-user.ts'
import type { ConsoleDeps, Origin } from './deps.ts'
import { type CredentialAnswer, createJoin, createRegistration, verifyRegistration } from './passkeys.ts'

/**
 * What the browser needs to make a passkey, or to ask for the one that somebody has here already. Whether their address has an
 * account is not told: the admin who made the link has it, too, and nobody is kept out by an account under their address.
 * @throws AppError CONSOLE_INVITE_INVALID
 */
export const openInvite = async (deps: ConsoleDeps, token: string, origin: Origin) => {
  const invite = await findInvite(deps, token, origin)
  const tenant = await deps.database.tenants.get(invite.tenantId)
  if (!tenant) throw new AppError('CONSOLE_INVITE_INVALID')
  return {
    invite,
    tenant,
    options: await createRegistration(deps, invite, toInvitedUserId(invite)),
    joinOptions: await createJoin(deps, invite),
  }
}

/** Makes the user with their passkey, and signs them in. @throws AppError CONSOLE_INVITE_INVALID, PASSKEY_REFUSED */
export const acceptInvite = async (
  deps: ConsoleDeps,
  { token, credential: answer }: { token: string; credential: CredentialAnswer },
  origin: Origin,
): Promise<StartedSession> => {
  const invite = await findInvite(deps, token, origin)
  const registered = await verifyRegistration(deps, invite, answer)
  if (!registered) {
    await recordInviteDenial(deps, invite, origin)
    throw new AppError('PASSKEY_REFUSED')
  }
  const { database, now } = deps
  return database.transaction(async (repositories) => {
    if (!(await repositories.consoleInvites.use(invite.id, now()))) {
      throw new AppError('CONSOLE_INVITE_INVALID')
    }
    const inside = { database: repositories, now }
    const user = await createInvitedUser(inside, invite, registered.credential, origin)
    const session = user && (await beginSession(inside, user, registered, origin))
    if (!session) throw new AppError('PASSKEY_REFUSED')
    return session
  })
}

/** Of a link. @throws AppError CONSOLE_INVITE_INVALID */
export const findInvite = async (
  deps: ConsoleDeps,
  token: string,
  origin: Origin,
): Promise<ConsoleInvite> => {
  const invite = await deps.database.consoleInvites.find(hashSecret(token))
  if (!invite) throw new AppError('CONSOLE_INVITE_INVALID')
  if (invite.usedOn || invite.expiresOn <= deps.now()) {
    await recordInviteDenial(deps, invite, origin)
    throw new AppError('CONSOLE_INVITE_INVALID')
  }
  return invite
}

export const recordInviteDenial = (
  deps: ConsoleDeps,
  { id, tenantId }: ConsoleInvite,
  origin: Origin,
): Promise<void> =>
  recordAuditEvent(deps, {
    tenantId,
    actor: toConsoleActor(null),
    action: 'console_invite.deny',
    subjectId: id,
    ...origin,
  })
