import { AppError } from '@visavis/shared/errors'
import type { SearchDeps } from './deps.ts'
import { findKnownFace } from './find-known-face.ts'
import { insertIndexedFace, type SearchResult, toFound } from './insert-indexed-face.ts'
import { extractFeatures, readSearchLevel } from './search-terms.ts'
import { findVendorIndex, indexAtVendor } from './vendor-index.ts'

interface IndexFaceInput {
  tenantId: string
  image: Uint8Array
  /** Whose face it is: goes with the applicant when that is anonymized. */
  applicantId: string | undefined
  /** What the partner calls it. */
  reference: string | undefined
  /** Whose provider's index. Default: the one here. */
  userJourneyId?: string | undefined
}

/**
 * Puts a face into the tenant's index; one that is there already is answered with and left as it is.
 * @throws AppError SEARCH_NOT_AVAILABLE, SEARCH_NOT_ENABLED, REQUEST_INVALID, APPLICANT_ANONYMIZED, IMAGE_TOO_LARGE,
 *   IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const indexFace = async (deps: SearchDeps, input: IndexFaceInput): Promise<SearchResult> => {
  const { tenantId, image, applicantId, reference, userJourneyId } = input
  const held = userJourneyId === undefined ? undefined : await findVendorIndex(deps, tenantId, userJourneyId)
  if (held) {
    // It could not be kept: erasing an applicant has to erase the features too, and those stay at the vendor.
    if (applicantId !== undefined) {
      throw new AppError('REQUEST_INVALID', { errorCodes: ['applicant_id__not_supported_by_provider'] })
    }
    return indexAtVendor(deps, held, { image, reference })
  }
  const minimumMatchLevel = await readSearchLevel(deps, tenantId)
  if (applicantId !== undefined && !(await deps.database.applicants.get(tenantId, applicantId))) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['applicant_id__not_found'] })
  }
  const features = await extractFeatures(deps.providers.default, tenantId, image)
  const probe = { tenantId, features, minimumMatchLevel }
  const found = await findKnownFace(deps, { ...probe, image })
  if (found) return toFound(found)
  return insertIndexedFace(deps, { ...probe, image, applicantId, reference })
}
