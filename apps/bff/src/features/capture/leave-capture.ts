import type { Next } from '@visavis/shared/capture-api'
import type { ResponseCode } from '@visavis/shared/response-codes'
import { isOpenAttempt } from '../authentications/index.ts'
import { toNext, withCapture } from './capture-context.ts'
import type { CaptureSubject } from './capture-subject.ts'
import type { CaptureDeps } from './deps.ts'

/**
 * The person leaves: after `capture_aborted` they may come back by another link, `capture_refused` ends it. On a link
 * that is over already, answers the way back. @throws AppError ATTEMPT_CLOSED while checks run
 */
export const leaveCapture = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  trigger: 'capture_aborted' | 'capture_refused',
  code: ResponseCode,
): Promise<Next> => {
  const next = await withCapture(deps, subject, async (held) =>
    toNext(isOpenAttempt(held.state.status) ? await held.advance(trigger, [code]) : held),
  )
  await subject.hosted?.leave()
  return next
}
