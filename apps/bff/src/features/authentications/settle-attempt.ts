import { dueTrigger } from '../links/index.ts'
import { advance, type HeldAuthentication } from './advance.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import { hasOpenAttempt } from './transition-rules.ts'

/**
 * Locks a face authentication with its open attempt and applies what time has done to them since the last look,
 * so that nobody ever sees a link as live that has run out.
 */
export const lockAndSettle = async (
  repositories: AuthenticationsRepositories,
  tenantId: string,
  faceAuthenticationId: string,
  now: Date,
): Promise<HeldAuthentication | undefined> => {
  const context = await repositories.faceAuthentications.hold(tenantId, faceAuthenticationId)
  if (!context) return undefined
  const attempt = hasOpenAttempt(context.authentication.status)
    ? await repositories.attempts.findOpen(tenantId, faceAuthenticationId)
    : undefined
  const held = { ...context, attempt }
  const due = attempt && dueTrigger(attempt, now)
  const settled = due && (await advance(repositories, held, [due], { now }))
  return settled ? { ...settled, attempt: undefined } : held
}
