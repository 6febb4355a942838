import { followVendorCapture } from '../features/capture/index.ts'
import { finishErasure } from '../features/erasure/index.ts'
import { eraseVendorFace } from '../features/faces/index.ts'
import type { JobData } from '../storage/job-types.ts'
import type { JobsDeps } from './deps.ts'

/** One look at a vendor's capture. What was erased there may have been the last thing a receipt waited for. */
export const followVendor = async (deps: JobsDeps, data: JobData['follow-vendor']): Promise<void> => {
  for (const subjectId of await followVendorCapture(deps, data)) {
    await finishErasure(deps, data.tenantId, subjectId)
  }
}

/** Has a vendor delete a face, which may have been the last thing a receipt waited for. */
export const eraseFaceAtVendor = async (
  deps: JobsDeps,
  data: JobData['erase-vendor-face'],
): Promise<void> => {
  const applicantId = await eraseVendorFace(deps, data)
  if (applicantId !== undefined) await finishErasure(deps, data.tenantId, applicantId)
}
