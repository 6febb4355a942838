import { AppError } from '@visavis/shared/errors'
import type { ConsoleUser } from './console-users-repo.ts'
import type { ConsoleDeps, Origin } from './deps.ts'
import { type CredentialAnswer, createStepUp, verifyStepUp } from './passkeys.ts'
import { recordOwnAct } from './record-own-act.ts'

/** Who is signed in, and stays so. */
export interface Session {
  user: ConsoleUser
  sessionHash: Uint8Array
}

export const openStepUp = async (deps: ConsoleDeps, { user, sessionHash }: Session) =>
  createStepUp(deps, sessionHash, await deps.database.consoleUsers.listCredentials(user.id))

/**
 * Whoever is signed in shows once more who they are. It counts from when the server asked, so an answer that is played
 * again proves nothing newer. @throws AppError PASSKEY_REFUSED, and the audit log says so
 */
export const stepUp = async (
  deps: ConsoleDeps,
  { user, sessionHash }: Session,
  answer: CredentialAnswer,
  origin: Origin,
): Promise<void> => {
  const { database, now } = deps
  const found = await database.consoleUsers.findByCredential(answer.id)
  const signed =
    found?.user.id === user.id ? await verifyStepUp(deps, sessionHash, found.credential, answer) : undefined
  if (!signed) {
    await recordOwnAct(deps, user, { action: 'console_user.deny' }, origin)
    throw new AppError('PASSKEY_REFUSED')
  }
  await database.transaction(async (repositories) => {
    await repositories.consoleSessions.stepUp(sessionHash, signed.askedOn)
    await repositories.consoleUsers.useCredential(answer.id, signed.counter, now())
    await recordOwnAct({ database: repositories, now }, user, { action: 'console_user.step_up' }, origin)
  })
}
