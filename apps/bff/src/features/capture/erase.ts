import { type Erase, NOTHING_ERASED } from '../../storage/erased.ts'
import { erasePictures } from '../pictures/index.ts'
import type { CaptureRepositories } from './deps.ts'
import { queueVendorLooks } from './hosted/vendor-captures.ts'

/**
 * What a vendor holds of the attempts is ordered to be erased there, and done by a job: a vendor may be down. Turns of the
 * head that wait for their picture go at once, and with a person the devices they were let in by.
 */
export const eraseCaptures: Erase<CaptureRepositories> = async (
  repositories,
  { tenantId, applicantId, attemptIds },
  now,
) => {
  const captures = await repositories.vendorCaptures.markErasing(tenantId, attemptIds, now)
  await queueVendorLooks(repositories, captures, now)
  if (applicantId !== undefined) await repositories.applicantDevices.erase(tenantId, applicantId)
  const challenges = await repositories.livenessChallenges.erase(tenantId, { applicantId, attemptIds })
  const picture = challenges.length > 0 ? await erasePictures(repositories, tenantId, challenges) : 0
  return { ...NOTHING_ERASED, vendor_capture: captures.length, picture }
}
