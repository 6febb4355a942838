import type { CaptureSession, Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { toReturnUrl } from '../domain/return-url.ts'
import { isOpenAttempt } from '../domain/transitions.ts'
import type { Attempt, FaceAuthentication, Repositories } from '../storage/db/types.ts'
import { hashSecret } from './capture-token.ts'
import type { ServiceDeps } from './deps.ts'
import { lockAndSettle } from './settle-attempt.ts'

export interface CaptureContext {
  attempt: Attempt
  authentication: FaceAuthentication
}

/** The attempt a capture token opens. @throws AppError CAPTURE_TOKEN_INVALID */
export const findAttemptByToken = async ({ database }: ServiceDeps, token: string): Promise<Attempt> => {
  const attempt = await database.attempts.findByToken(hashSecret(token))
  if (!attempt) throw new AppError('CAPTURE_TOKEN_INVALID')
  return attempt
}

/**
 * Runs `work` on the attempt and its face authentication as they are now, both held until it ends.
 * The attempt may be over; `work` decides what that means.
 */
export const withCaptureContext = async <T>(
  { database, now }: ServiceDeps,
  known: Attempt,
  work: (repositories: Repositories, context: CaptureContext) => Promise<T>,
): Promise<T> =>
  database.transaction(async (repositories) => {
    const { tenantId, faceAuthenticationId, id } = known
    const held = await lockAndSettle(repositories, tenantId, faceAuthenticationId, now())
    const attempt = await repositories.attempts.get(tenantId, faceAuthenticationId, id)
    if (!held || !attempt) throw new AppError('CAPTURE_TOKEN_INVALID')
    return work(repositories, { attempt, authentication: held.authentication })
  })

/** What the browser has to do next, as far as the rows tell. */
export const toNext = ({ attempt }: Pick<CaptureContext, 'attempt'>): Next => {
  if (attempt.status === 'checks_in_progress') return { next: 'wait' }
  if (isOpenAttempt(attempt.status)) return { next: 'capture' }
  return { next: 'done', redirect_url: toReturnUrl(attempt) }
}

/** Whether a link still works and, if not, why. */
export const toLink = ({ status }: Attempt): CaptureSession['link'] => {
  if (isOpenAttempt(status)) return 'open'
  if (status === 'expired') return 'expired'
  if (status === 'terminated') return 'replaced'
  return 'used'
}
