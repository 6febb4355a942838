import { ID_PREFIXES } from '@visavis/shared/ids'
import type { AuditDeps } from '../audit/index.ts'
import type { ConsoleInvite } from './console-invites-repo.ts'
import type { ConsoleCredential, ConsoleUser } from './console-users-repo.ts'
import type { ConsoleRepositories, Origin } from './deps.ts'
import { recordOwnAct } from './record-own-act.ts'

/** The user that an invitation makes: known before there is one, since the authenticator keeps it. */
export const toInvitedUserId = ({ id }: Pick<ConsoleInvite, 'id'>): string =>
  ID_PREFIXES.consoleUser + id.slice(ID_PREFIXES.consoleInvite.length)

/**
 * Inside a transaction, once the invitation is used up. @param passkey absent: they come through the sign-in provider
 * @returns `undefined` where the passkey is somebody's already
 */
export const createInvitedUser = async (
  deps: Pick<AuditDeps, 'now'> & { database: ConsoleRepositories },
  invite: ConsoleInvite,
  passkey: Pick<ConsoleCredential, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined,
  origin: Origin,
): Promise<ConsoleUser | undefined> => {
  const { tenantId, role, name, email } = invite
  const id = toInvitedUserId(invite)
  const createdOn = deps.now()
  const user = { id, tenantId, role, name, email, createdOn, lastSignInOn: null }
  const credential = passkey && { ...passkey, userId: id, createdOn, lastUsedOn: createdOn }
  if (!(await deps.database.consoleUsers.insert(user, credential))) return undefined
  await recordOwnAct(deps, user, { action: 'console_user.create' }, origin)
  return user
}

/**
 * Same, for somebody who has an account: what they are in that tenant already, they stay.
 * @returns `undefined` where they were removed a moment ago
 */
export const addInvitedUser = async (
  deps: Pick<AuditDeps, 'now'> & { database: ConsoleRepositories },
  { tenantId, role }: Pick<ConsoleInvite, 'tenantId' | 'role'>,
  userId: string,
  origin: Origin,
): Promise<ConsoleUser | undefined> => {
  const { consoleUsers } = deps.database
  const isNew = await consoleUsers.join({ userId, tenantId, role, createdOn: deps.now(), lastSignInOn: null })
  if (isNew) await recordOwnAct(deps, { id: userId, tenantId }, { action: 'console_user.create' }, origin)
  return consoleUsers.hold(tenantId, userId)
}
