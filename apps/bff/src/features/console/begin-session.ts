import type { AuditDeps } from '../audit/index.ts'
import { createCaptureToken } from '../links/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleRepositories, Origin } from './deps.ts'
import { recordOwnAct } from './record-own-act.ts'
import { notAfter, SESSION_LIFETIME_MS } from './session-rules.ts'

export interface StartedSession {
  user: ConsoleUser
  /** Secret, for the cookie; only its hash is kept. */
  token: string
}

/** What somebody signs in with. */
interface Proof {
  /** SHA-256 of the challenge: it begins one session. */
  challengeHash: Uint8Array
  /** When they have shown who they are; default: now. */
  shownOn?: Date
}

/**
 * Inside a transaction.
 * @returns `undefined` where the challenge has begun a session before: somebody plays it again; or where they were removed a
 * moment ago
 */
export const beginSession = async (
  { database, now }: Pick<AuditDeps, 'now'> & { database: ConsoleRepositories },
  { id, tenantId }: Pick<ConsoleUser, 'id' | 'tenantId'>,
  { challengeHash, shownOn }: Proof,
  origin: Origin,
): Promise<StartedSession | undefined> => {
  const createdOn = now()
  const user = await database.consoleUsers.hold(tenantId, id)
  if (!user) return undefined
  // Long after their challenges have run out.
  await database.consoleSessions.deleteBefore(new Date(createdOn.getTime() - 2 * SESSION_LIFETIME_MS))
  const { token, hash: tokenHash } = createCaptureToken()
  const row = {
    tokenHash,
    userId: id,
    tenantId,
    challengeHash,
    createdOn,
    lastSeenOn: createdOn,
    passkeyOn: notAfter(shownOn ?? createdOn, createdOn),
    endedOn: null,
  }
  if (!(await database.consoleSessions.insert(row))) return undefined
  await database.consoleUsers.noteSignIn(tenantId, id, createdOn)
  await recordOwnAct({ database, now }, user, { action: 'console_user.sign_in' }, origin)
  return { user, token }
}
