import { AppError } from '@visavis/shared/errors'
import { isOpenAttempt } from '../../authentications/index.ts'
import { toAttemptSubject } from '../attempt-subject.ts'
import { withCapture } from '../capture-context.ts'
import type { CaptureDeps } from '../deps.ts'
import { toLinkOwner } from '../link-owner.ts'
import { readVendorCapture } from './read-vendor-capture.ts'
import { createPageToken, readReturnState } from './return-state.ts'

/**
 * The browser comes back from a vendor's page. What the vendor wrote into the address is not looked at: the vendor is
 * asked. The way back works once; forged, altered, outdated and used ones change nothing.
 * @returns where the browser goes: to the partner when it is over, else, or where another device follows, back to the
 *   capture page, with a token of its own
 */
export const completeReturn = async (deps: CaptureDeps, stateText: string): Promise<string> => {
  const { database, publicUrl } = deps
  const nowhere = `${publicUrl}/verify/unknown`
  const state = readReturnState(deps, stateText, deps.now())
  const capture = state && (await database.vendorCaptures.find(state.attemptId))
  const attempt = capture && (await database.attempts.find(capture.tenantId, capture.attemptId))
  if (!state || !capture || !attempt) return nowhere
  const page = createPageToken(attempt.id)
  const hashes = { nonceHash: state.nonceHash, pageHash: page.hash }
  const isFirst = await database.vendorCaptures.consumeReturn(attempt.id, hashes, deps.now())
  if (isFirst) await read(deps, capture)
  const subject = toAttemptSubject(deps, attempt)
  return withCapture(deps, subject, async (held, { handoffs }) => {
    const isHandedOver = await handoffs.isConnected(toLinkOwner(subject))
    // A device that was handed the link stays: the one before it goes back to the partner.
    const staysHere = isOpenAttempt(held.state.status) || isHandedOver
    if (!staysHere) return held.returnUrl
    // The token that the browser had went with the page it left, or is still used by one that stayed open.
    return `${publicUrl}/verify/${attempt.id}${isFirst ? `#${page.token}` : ''}`
  })
}

/** A vendor that is down is asked again by the page and by the jobs. */
const read = async (deps: CaptureDeps, capture: Parameters<typeof readVendorCapture>[1]): Promise<void> => {
  try {
    await readVendorCapture(deps, capture, { isNews: true })
  } catch (failure) {
    if (!(failure instanceof AppError && failure.code === 'PROVIDER_UNAVAILABLE')) throw failure
    deps.log.warn({ attempt_id: capture.attemptId, err: failure.cause }, 'the vendor could not be asked')
  }
}
