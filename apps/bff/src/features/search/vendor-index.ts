import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { callProvider } from '../../providers/call-provider.ts'
import type { FaceProvider } from '../../providers/types.ts'
import type { VendorFaceIndex } from '../../providers/vendor-faces.ts'
import { makeReference } from '../faces/index.ts'
import { findNamedProvider, refuseJourney, type UserJourney } from '../journeys/index.ts'
import { toPictureError } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'
import type { SearchResult } from './insert-indexed-face.ts'

export interface HeldIndex {
  journey: UserJourney
  provider: FaceProvider
  index: VendorFaceIndex
}

/**
 * The index that the named journey's vendor keeps; `undefined`: ours serves that journey.
 * @throws AppError REQUEST_INVALID naming the journey, SEARCH_NOT_ENABLED
 */
export const findVendorIndex = async (
  deps: SearchDeps,
  tenantId: string,
  userJourneyId: string,
): Promise<HeldIndex | undefined> => {
  const { journey, provider } = await findNamedProvider(deps, tenantId, userJourneyId)
  if (!journey.oneToN) throw new AppError('SEARCH_NOT_ENABLED', { errorCodes: ['search__not_enabled'] })
  if (provider.index) return { journey, provider, index: provider.index }
  if (provider.extractFeatures) return undefined
  throw refuseJourney('search_not_supported')
}

/**
 * Looks for a face at the vendor. A picture without a usable face is refused before it goes anywhere.
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const searchAtVendor = async (
  deps: SearchDeps,
  held: HeldIndex,
  { image, insert }: { image: Uint8Array; insert: boolean },
): Promise<SearchResult> => {
  await assertUsable(deps, held.journey, image)
  const { match, entryId } = await callProvider(held.provider, (signal) =>
    held.index.search(image, { insert }, signal),
  )
  // Neither found nor inserted: there is nothing that the id would name.
  if (entryId === null || !(match || insert)) return { id: undefined, isMatch: match }
  return { id: await remember(deps, held, entryId, undefined), isMatch: match }
}

/** Puts a face into the vendor's index, unless it is found there. @throws AppError as `searchAtVendor` */
export const indexAtVendor = async (
  deps: SearchDeps,
  held: HeldIndex,
  { image, reference }: { image: Uint8Array; reference: string | undefined },
): Promise<SearchResult> => {
  const found = await searchAtVendor(deps, held, { image, insert: false })
  if (found.isMatch) return found
  const { entryId } = await callProvider(held.provider, (signal) => held.index.insert(image, signal))
  return { id: await remember(deps, held, entryId, reference), isMatch: false }
}

const assertUsable = async (
  deps: SearchDeps,
  { tenantId }: HeldIndex['journey'],
  image: Uint8Array,
): Promise<void> => {
  const made = await makeReference(deps, image, { tenantId, isPersonWaiting: false })
  if (made.kind === 'unusable') throw toPictureError({ image: made.reason })
}

const remember = async (
  { database, now }: SearchDeps,
  { journey, provider }: HeldIndex,
  vendorEntry: string,
  reference: string | undefined,
): Promise<string> => {
  const entry = await database.vendorIndex.remember({
    id: newId('indexedFace'),
    tenantId: journey.tenantId,
    userJourneyId: journey.id,
    provider: provider.id,
    vendorEntry,
    reference: reference ?? null,
    hasPicture: true,
    createdOn: now(),
  })
  return entry.id
}
