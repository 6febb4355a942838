import { type AuditDeps, recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import { createCaptureToken } from '../links/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleRepositories, Origin } from './deps.ts'
import { SESSION_LIFETIME_MS } from './session-rules.ts'

export interface StartedSession {
  user: ConsoleUser
  /** Secret, for the cookie; only its hash is kept. */
  token: string
}

/** Inside a transaction. @returns `undefined` where the challenge has begun a session before: somebody plays it again */
export const beginSession = async (
  { database, now }: Pick<AuditDeps, 'now'> & { database: ConsoleRepositories },
  user: ConsoleUser,
  challengeHash: Uint8Array,
  origin: Origin,
): Promise<StartedSession | undefined> => {
  const createdOn = now()
  // Long after their challenges have run out.
  await database.consoleSessions.deleteBefore(new Date(createdOn.getTime() - 2 * SESSION_LIFETIME_MS))
  const { token, hash: tokenHash } = createCaptureToken()
  const row = {
    tokenHash,
    userId: user.id,
    challengeHash,
    createdOn,
    lastSeenOn: createdOn,
    passkeyOn: createdOn,
    endedOn: null,
  }
  if (!(await database.consoleSessions.insert(row))) return undefined
  await database.consoleUsers.noteSignIn(user.id, createdOn)
  await recordAuditEvent(
    { database, now },
    {
      tenantId: user.tenantId,
      actor: toConsoleActor(user.id),
      action: 'console_user.sign_in',
      subjectId: user.id,
      ...origin,
    },
  )
  return { user, token }
}
