import type { Next } from '@visavis/shared/capture-api'
import { MAX_CAPTURES_PER_ATTEMPT } from '@visavis/shared/limits'
import { countReasons } from '../authentications/index.ts'
import { toNext, withCapture } from './capture-context.ts'
import type { CaptureSubject, Verification } from './capture-subject.ts'
import { requireTurn } from './challenge/begin-challenge.ts'
import { forgetFrames } from './challenge/end-challenge.ts'
import type { CaptureDeps } from './deps.ts'
import { assertCurrent, type Claim } from './selfie-claim.ts'

/** Nothing is decided: another picture is taken, until there were as many as may be. */
export const recordRetry = (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  { reasons, codes }: Extract<Verification, { kind: 'retry' }>,
): Promise<Next> =>
  withCapture(deps, subject, async (held) => {
    assertCurrent(held.state, claim)
    const captureCount = held.state.captureCount + 1
    const retryReasons = countReasons(held.state.retryReasons ?? {}, reasons)
    if (captureCount >= MAX_CAPTURES_PER_ATTEMPT) {
      return toNext(
        await held.advance('unusable', codes, { captureCount, source: claim.source, retryReasons }),
      )
    }
    await held.update({ captureCount, retryReasons, uploadId: null })
    return { next: 'retry', reasons: [...reasons] }
  })

/** Nothing is decided. A turn that could not be seen counts as a picture, the first one that is asked for does not. */
export const recordTurn = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  { isAgain }: { isAgain: boolean },
): Promise<Next> => {
  const next = await withCapture(deps, subject, async (held, repositories): Promise<Next> => {
    assertCurrent(held.state, claim)
    const captureCount = held.state.captureCount + (isAgain ? 1 : 0)
    await requireTurn(deps, subject, held, repositories)
    if (captureCount >= MAX_CAPTURES_PER_ATTEMPT) {
      return toNext(await held.advance('unusable', [61412], { captureCount, source: claim.source }))
    }
    await held.update({ captureCount, uploadId: null })
    return { next: 'turn', ...(isAgain ? { again: true } : {}) }
  })
  await forgetFrames(deps, subject.tenantId)
  return next
}
