import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { ResponseCode } from '@visavis/shared/response-codes'
import { isOpenAttempt } from '../domain/transitions.ts'
import type { Attempt } from '../storage/db/types.ts'
import { advance } from './advance.ts'
import { toNext, withCaptureContext } from './capture-context.ts'
import type { ServiceDeps } from './deps.ts'

/**
 * The person leaves: `capture_aborted` keeps the authentication retryable, `capture_refused` ends it.
 * On an attempt that is over already, answers the way back. @throws AppError ATTEMPT_CLOSED while checks run
 */
export const leaveCapture = (
  deps: ServiceDeps,
  known: Attempt,
  trigger: 'capture_aborted' | 'capture_refused',
  code: ResponseCode,
): Promise<Next> =>
  withCaptureContext(deps, known, async (repositories, { attempt, authentication }) => {
    if (!isOpenAttempt(attempt.status)) return toNext({ attempt })
    const advanced = await advance(repositories, {
      authentication,
      attempt,
      trigger,
      codes: [code],
      now: deps.now(),
    })
    if (!advanced?.attempt) throw new AppError('ATTEMPT_CLOSED')
    return toNext({ attempt: advanced.attempt })
  })
