import { newId } from '@visavis/shared/ids'
import { lockApplicant } from '../applicants/index.ts'
import { storePicture } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'
import type { FaceIndexEntry } from './face-index-repo.ts'
import { type FaceProbe, findIndexedFace } from './find-indexed-face.ts'

/** What a search and an insert both answer with. */
export interface SearchResult {
  /** Of the face that was found or inserted; `undefined`: neither. */
  id: string | undefined
  /** It was there before. */
  isMatch: boolean
}

interface InsertIndexedFaceInput extends FaceProbe {
  image: Uint8Array
  applicantId?: string | undefined
  reference?: string | undefined
}

/**
 * Adds a face and its picture to the index, unless it is there by now: looked for again under lock, so that the same
 * face sent twice at once is inserted once. @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED
 */
export const insertIndexedFace = async (
  deps: SearchDeps,
  { image, applicantId, reference, ...probe }: InsertIndexedFaceInput,
): Promise<SearchResult> => {
  const { tenantId, features } = probe
  const id = newId('indexedFace')
  let foundId: string | undefined
  await storePicture(deps, { tenantId, ownerId: id, picture: image }, async (repositories) => {
    const galleryId = await repositories.faceIndex.lockGallery(tenantId, features.modelId)
    foundId = await findIndexedFace(repositories, probe)
    if (foundId !== undefined) return false
    if (applicantId !== undefined) await lockApplicant(repositories, tenantId, applicantId)
    const entry: FaceIndexEntry = {
      id,
      tenantId,
      galleryId,
      applicantId: applicantId ?? null,
      reference: reference ?? null,
      createdOn: deps.now(),
    }
    await repositories.faceIndex.insert(entry, features.values)
    return true
  })
  return { id: foundId ?? id, isMatch: foundId !== undefined }
}
