import { sniffImageType } from '@visavis/shared/image-type'
import { callProvider } from '../../../providers/call-provider.ts'
import { storePicture } from '../../pictures/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { getCaptureProvider, openVendorState, withVendorCapture } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

/**
 * Fetches the pictures of a decided capture, so that they are listed, kept and erased like those taken here. A journey
 * that keeps none gets none. @throws AppError PROVIDER_UNAVAILABLE: it is tried again until the verdict's time is up
 */
export const keepVendorMedia = async (deps: CaptureDeps, capture: VendorCapture): Promise<void> => {
  const { tenantId, applicantId, attemptId, userJourneyId } = capture
  const journey = await deps.database.userJourneys.get(tenantId, userJourneyId)
  const isWanted = journey !== undefined && journey.retentionDays > 0 && deps.now() < capture.giveUpOn
  const known = await deps.database.assets.listStored(tenantId, attemptId, { skip: 0, limit: 1 })
  const pictures = isWanted && known.totalCount === 0 ? await fetchPictures(deps, capture) : []
  for (const picture of pictures) {
    await storePicture(deps, { tenantId, applicantId, ownerId: attemptId, picture }, async (repositories) => {
      // Erased meanwhile: then the picture is dropped.
      await repositories.faceAuthentications.lock(tenantId, capture.faceAuthenticationId)
      const current = await repositories.vendorCaptures.get(tenantId, attemptId)
      return current?.status === 'media'
    })
  }
  await withVendorCapture(deps, capture, async ({ vendorCaptures }, current) => {
    if (current.status !== 'media') return
    await vendorCaptures.update(attemptId, { status: 'over', nextLookOn: null }, deps.now())
  })
}

const fetchPictures = async (deps: CaptureDeps, capture: VendorCapture): Promise<Uint8Array[]> => {
  const provider = await getCaptureProvider(deps, capture)
  const { media } = provider.hosted
  if (!media) return []
  const state = openVendorState(deps.sealer, capture)
  const pictures = await callProvider(provider, async (signal) => {
    const all = await media(state, signal)
    return Promise.all(all.map((each) => each.load(signal)))
  })
  return pictures.filter((picture) => sniffImageType(picture) !== undefined)
}
