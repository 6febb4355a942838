import type { JobData } from '../../../storage/job-types.ts'
import { isOpenAttempt } from '../../authentications/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { applyCaptureResult } from './apply-capture-result.ts'
import { cancelVendorCapture } from './cancel-vendor-capture.ts'
import { eraseVendorCapture } from './erase-vendor-capture.ts'
import { keepVendorMedia } from './keep-vendor-media.ts'
import { readVendorCapture } from './read-vendor-capture.ts'
import { nextVendorLook } from './schedule-rules.ts'
import { queueVendorLooks, withVendorCapture } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

/**
 * One look at a vendor's capture: asks how it stands, which makes up for lost webhooks, fetches its pictures, or has
 * them erased. The next look is ordered first, so that it comes whatever becomes of this one.
 * @returns whose erasure may be complete with it: ids of a face authentication and an applicant
 */
export const followVendorCapture = async (
  deps: CaptureDeps,
  { tenantId, attemptId }: JobData['follow-vendor'],
): Promise<readonly string[]> => {
  const capture = await deps.database.vendorCaptures.get(tenantId, attemptId)
  // Not due: another process had its look a moment ago.
  if (!capture?.nextLookOn || capture.nextLookOn > deps.now()) return []
  await orderNextLook(deps, capture)
  if (capture.status === 'open') await look(deps, capture)
  if (capture.status === 'media') await keepVendorMedia(deps, capture)
  return capture.status === 'erasing' ? eraseVendorCapture(deps, capture) : []
}

const orderNextLook = async (deps: CaptureDeps, capture: VendorCapture): Promise<void> => {
  const now = deps.now()
  const definition = deps.providers.find(capture.provider)
  const hasWebhooks = definition?.capabilities.result.includes('webhook') ?? false
  const nextLookOn = nextVendorLook(capture.createdOn, now, { hasWebhooks })
  await withVendorCapture(deps, capture, async (repositories, current) => {
    if (!current.nextLookOn) return
    await repositories.vendorCaptures.update(capture.attemptId, { nextLookOn }, now)
    await queueVendorLooks(repositories, [{ ...capture, nextLookOn }], now)
  })
}

const look = async (deps: CaptureDeps, capture: VendorCapture): Promise<void> => {
  const { tenantId, attemptId } = capture
  const attempt = await deps.database.attempts.find(tenantId, attemptId)
  if (!attempt || !isOpenAttempt(attempt.status)) {
    await cancelVendorCapture(deps, { tenantId, id: attemptId })
    return
  }
  if (deps.now() < capture.giveUpOn) {
    await readVendorCapture(deps, capture)
    return
  }
  // Without the vendor: settings that can no longer reach it would keep the attempt open for ever.
  await applyCaptureResult(deps, capture, { kind: 'inconclusive', codes: [61901] }, { keepsMedia: false })
}
