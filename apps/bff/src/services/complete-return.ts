import { AppError } from '@visavis/shared/errors'
import { isOpenAttempt } from '../domain/transitions.ts'
import { toAttemptSubject } from './attempt-subject.ts'
import { withCapture } from './capture-context.ts'
import { createCaptureToken } from './capture-token.ts'
import type { ServiceDeps } from './deps.ts'
import { readVendorCapture } from './read-vendor-capture.ts'
import { readReturnState } from './return-state.ts'

/**
 * The browser comes back from a vendor's page. What the vendor wrote into the address is not looked at: the vendor is
 * asked. The way back works once; forged, altered, outdated and used ones change nothing.
 * @returns where the browser goes: to the partner when it is over, else back to the capture page, with a fresh token
 */
export const completeReturn = async (deps: ServiceDeps, stateText: string): Promise<string> => {
  const { database, publicUrl } = deps
  const nowhere = `${publicUrl}/verify/unknown`
  const state = readReturnState(deps, stateText, deps.now())
  const capture = state && (await database.vendorCaptures.find(state.attemptId))
  const attempt = capture && (await database.attempts.find(capture.tenantId, capture.attemptId))
  if (!state || !capture || !attempt) return nowhere
  const isFirst = await database.vendorCaptures.consumeReturn(attempt.id, state.nonceHash, deps.now())
  if (isFirst) await read(deps, capture)
  const page = `${publicUrl}/verify/${attempt.id}`
  return withCapture(deps, toAttemptSubject(deps, attempt), async (held, repositories) => {
    if (!isOpenAttempt(held.state.status)) return held.returnUrl
    if (!isFirst) return page
    // The one that the browser had went with the page it left, and is stored nowhere.
    const { token, hash } = createCaptureToken()
    await repositories.attempts.update(attempt.id, { captureTokenHash: hash }, deps.now())
    return `${page}#${token}`
  })
}

/** A vendor that is down is asked again by the page and by the jobs. */
const read = async (deps: ServiceDeps, capture: Parameters<typeof readVendorCapture>[1]): Promise<void> => {
  try {
    await readVendorCapture(deps, capture, { isNews: true })
  } catch (failure) {
    if (!(failure instanceof AppError && failure.code === 'PROVIDER_UNAVAILABLE')) throw failure
    deps.log.warn({ attempt_id: capture.attemptId, err: failure.cause }, 'the vendor could not be asked')
  }
}
