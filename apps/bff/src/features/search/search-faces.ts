import type { SearchDeps } from './deps.ts'
import { findKnownFace } from './find-known-face.ts'
import { insertIndexedFace, type SearchResult, toFound } from './insert-indexed-face.ts'
import { extractFeatures, readSearchLevel } from './search-terms.ts'
import { findVendorIndex, searchAtVendor } from './vendor-index.ts'

interface SearchFacesInput {
  tenantId: string
  image: Uint8Array
  /** Add the face when it is not found. */
  insert: boolean
  /** Whose provider's index. Default: the one here. */
  userJourneyId?: string | undefined
}

/**
 * Whether this face is in the tenant's index.
 * @throws AppError REQUEST_INVALID naming the journey, SEARCH_NOT_AVAILABLE, SEARCH_NOT_ENABLED, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED,
 *   PROVIDER_UNAVAILABLE
 */
export const searchFaces = async (
  deps: SearchDeps,
  { tenantId, image, insert, userJourneyId }: SearchFacesInput,
): Promise<SearchResult> => {
  const held = userJourneyId === undefined ? undefined : await findVendorIndex(deps, tenantId, userJourneyId)
  if (held) return searchAtVendor(deps, held, { image, insert })
  const minimumMatchLevel = await readSearchLevel(deps, tenantId)
  const features = await extractFeatures(deps.providers.default, tenantId, image)
  const probe = { tenantId, features, minimumMatchLevel }
  const found = await findKnownFace(deps, { ...probe, image })
  if (found) return toFound(found)
  if (!insert) return { id: undefined, isMatch: false }
  return insertIndexedFace(deps, { ...probe, image })
}
