import { sniffImageType } from '@visavis/shared/image-type'
import { sniffVideoType } from '@visavis/shared/video-type'
import { callProvider } from '../../../providers/call-provider.ts'
import type { VendorMedia } from '../../../providers/hosted-capture.ts'
import type { UserJourney } from '../../journeys/index.ts'
import { LISTED_ASSETS, type StoredObject, storeObject, toPictureObject } from '../../pictures/index.ts'
import { keepsVideo } from '../challenge/challenge-rules.ts'
import type { CaptureDeps } from '../deps.ts'
import { getCaptureProvider, openVendorState, withVendorCapture } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

type Wanted = readonly VendorMedia['type'][]

/**
 * Fetches the pictures and videos of a decided capture, so that they are listed, kept and erased like those taken here. A
 * journey that keeps none gets none. @throws AppError PROVIDER_UNAVAILABLE: it is tried again until the verdict's time is up
 */
export const keepVendorMedia = async (deps: CaptureDeps, capture: VendorCapture): Promise<void> => {
  const { tenantId, attemptId, userJourneyId } = capture
  const journey = await deps.database.userJourneys.get(tenantId, userJourneyId)
  const wanted = deps.now() < capture.giveUpOn ? toWanted(journey) : []
  const page = { skip: 0, limit: 1 }
  const known = await deps.database.assets.listStored(tenantId, attemptId, page, LISTED_ASSETS)
  const media = wanted.length > 0 && known.totalCount === 0 ? await fetchMedia(deps, capture, wanted) : []
  for (const object of media) {
    await storeObject(deps, object, async (repositories) => {
      // Erased meanwhile: then it is dropped.
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

const toWanted = (journey: UserJourney | undefined): Wanted => [
  ...(journey && journey.retentionDays > 0 ? (['face_image'] as const) : []),
  ...(keepsVideo(journey, 'authentication') ? (['face_video'] as const) : []),
]

/** In the order in which the vendor lists them, without what is neither a picture nor a video. */
const fetchMedia = async (
  deps: CaptureDeps,
  capture: VendorCapture,
  wanted: Wanted,
): Promise<StoredObject[]> => {
  const provider = await getCaptureProvider(deps, capture)
  const { media } = provider.hosted
  if (!media) return []
  const state = openVendorState(deps.sealer, capture)
  const loaded = await callProvider(provider, async (signal) => {
    const all = (await media(state, signal)).filter(({ type }) => wanted.includes(type))
    return Promise.all(all.map(async ({ type, load }) => ({ type, content: await load(signal) })))
  })
  const { tenantId, applicantId, attemptId: ownerId } = capture
  const owned = { tenantId, applicantId, ownerId }
  return loaded.flatMap(({ type, content }): StoredObject[] => {
    if (type === 'face_image') {
      return sniffImageType(content) ? [toPictureObject(deps, { ...owned, picture: content })] : []
    }
    const mediaType = sniffVideoType(content)
    return mediaType ? [{ ...owned, type, mediaType, content }] : []
  })
}
