import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { decideNext, withCapture } from '../capture-context.ts'
import type { CaptureSubject } from '../capture-subject.ts'
import type { CaptureDeps } from '../deps.ts'

/**
 * The browser hands over what the vendor's page or script gave it. On a link that is over, answers the way back.
 * @throws AppError ATTEMPT_CLOSED where no vendor takes the capture, or none was asked yet; PROVIDER_UNAVAILABLE
 */
export const completeHosted = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  handed: unknown,
): Promise<Next> => {
  if (!subject.hosted) throw new AppError('ATTEMPT_CLOSED')
  const before = await withCapture(deps, subject, async (held) => held)
  const { status } = before.state
  if (status === 'capture_in_progress' || status === 'checks_in_progress')
    await subject.hosted.complete(handed)
  return decideNext(deps, subject, await withCapture(deps, subject, async (held) => held))
}
