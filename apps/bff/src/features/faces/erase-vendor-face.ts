import { callProvider } from '../../providers/call-provider.ts'
import type { JobData } from '../../storage/job-types.ts'
import { getVendorProvider } from '../journeys/index.ts'
import type { FacesDeps, FacesRepositories } from './deps.ts'
import type { VendorFaceRef } from './vendor-faces-repo.ts'

const RETRY_MS = 10 * 60_000

/** Orders faces to be deleted at their vendors. Ordering the same one twice is harmless. */
export const queueVendorFaces = (
  { jobs }: Pick<FacesRepositories, 'jobs'>,
  faces: readonly VendorFaceRef[],
): Promise<void> =>
  jobs.enqueue(
    'erase-vendor-face',
    faces.map(({ tenantId, faceId, nextLookOn }) => ({
      data: { tenantId, faceId },
      key: `${faceId}/${nextLookOn.getTime()}`,
    })),
  )

/**
 * Has the vendor delete a face that is gone here, then forgets it. The next try is noted first, so that it comes
 * whatever becomes of this one.
 * @returns the applicant whose erasure may be complete with it
 * @throws AppError PROVIDER_UNAVAILABLE: it is tried again
 */
export const eraseVendorFace = async (
  deps: FacesDeps,
  { tenantId, faceId }: JobData['erase-vendor-face'],
): Promise<string | undefined> => {
  const { vendorFaces } = deps.database
  const row = await vendorFaces.get(tenantId, faceId)
  if (row?.status !== 'erasing') return undefined
  await vendorFaces.postpone(faceId, new Date(deps.now().getTime() + RETRY_MS))
  const provider = await getVendorProvider(deps, row)
  const remove = provider.faces?.delete
  if (remove) await callProvider(provider, (signal) => remove(row.reference, signal))
  await vendorFaces.delete(faceId)
  return row.applicantId
}
