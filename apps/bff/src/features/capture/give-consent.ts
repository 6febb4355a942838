import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { decideNext, withCapture } from './capture-context.ts'
import type { CaptureSubject } from './capture-subject.ts'
import { toGivenConsent } from './consent-notice.ts'
import type { CaptureDeps } from './deps.ts'
import { observe } from './observe-capture.ts'

/**
 * Records that the person agreed to the face check, and to which words; repeating it changes nothing. Where a vendor takes
 * the capture, it is asked for one now: if that fails, the consent stands and asking again is enough.
 * @throws AppError ATTEMPT_CLOSED, APPLICANT_LOCKED, APPLICANT_DELAYED, REFERENCE_MISSING, PROVIDER_UNAVAILABLE
 */
export const giveConsent = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  language: string | undefined,
): Promise<Next> => {
  let isFirst = false
  const agreed = await withCapture(deps, subject, async (held) => {
    if (held.state.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
    held.assertMayTry()
    isFirst = held.state.consentOn === null
    if (!isFirst) return held
    return held.update({ consentOn: deps.now(), consent: toGivenConsent(held.journey, language) })
  })
  if (isFirst && subject.purpose === 'authentication')
    observe(deps, subject, { kind: 'step', step: 'agreed' })
  return decideNext(deps, subject, agreed)
}
