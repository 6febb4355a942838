import { AppError } from '@visavis/shared/errors'
import { beginSession, type StartedSession } from './begin-session.ts'
import type { ConsoleDeps, Origin } from './deps.ts'
import { type CredentialAnswer, verifySignIn } from './passkeys.ts'
import { recordOwnAct } from './record-own-act.ts'

/** @throws AppError PASSKEY_REFUSED, and the audit log of whose passkey it is says so */
export const signIn = async (
  deps: ConsoleDeps,
  answer: CredentialAnswer,
  origin: Origin,
): Promise<StartedSession> => {
  const { database, now } = deps
  const found = await database.consoleUsers.findByCredential(answer.id)
  // Of nobody, so in nobody's audit log: the request's line in the log is what there is.
  if (!found) throw new AppError('PASSKEY_REFUSED')
  const { user, credential } = found
  const signed = await verifySignIn(deps, credential, answer)
  const session =
    signed &&
    (await database.transaction(async (repositories) => {
      const started = await beginSession({ database: repositories, now }, user, signed, origin)
      await repositories.consoleUsers.useCredential(credential.id, signed.counter, now())
      return started
    }))
  if (session) return session
  await recordOwnAct(deps, user, { action: 'console_user.deny' }, origin)
  throw new AppError('PASSKEY_REFUSED')
}
