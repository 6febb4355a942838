import { type Erase, NOTHING_ERASED } from '../../storage/erased.ts'
import type { CaptureRepositories } from './deps.ts'
import { queueVendorLooks } from './hosted/vendor-captures.ts'

/** What a vendor holds of the attempts is ordered to be erased there, and done by a job: a vendor may be down. */
export const eraseCaptures: Erase<CaptureRepositories> = async (
  repositories,
  { tenantId, attemptIds },
  now,
) => {
  const captures = await repositories.vendorCaptures.markErasing(tenantId, attemptIds, now)
  await queueVendorLooks(repositories, captures, now)
  return { ...NOTHING_ERASED, vendor_capture: captures.length }
}
