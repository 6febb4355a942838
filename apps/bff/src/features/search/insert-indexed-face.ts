import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { lockApplicant } from '../applicants/index.ts'
import { storePicture } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'
import type { FaceIndexEntry } from './face-index-repo.ts'
import { type FaceProbe, type FoundFace, findIndexedFace } from './find-indexed-face.ts'

/** What a search and an insert both answer with. */
export interface SearchResult {
  /** Of the face that was found or inserted; `undefined`: neither. */
  id: string | undefined
  /** It was there before. */
  isMatch: boolean
  /** Of a face that was found in the index here: how many a stranger would match. */
  expectedFalseMatches?: number | undefined
}

export const toFound = (found: FoundFace): SearchResult => ({ ...found, isMatch: true })

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
  let found: FoundFace | undefined
  const kept = {
    tenantId,
    ownerId: id,
    picture: image,
    ...(applicantId === undefined ? {} : { applicantId }),
  }
  const isKept = await storePicture(deps, kept, async (repositories) => {
    const { modelId, pipelineId, values } = features
    const kind = { modelId, pipelineId, dimensions: values.length }
    const gallery = await repositories.faceIndex.lockGallery(tenantId, kind)
    found = await findIndexedFace(repositories, probe)
    if (found) return false
    if (applicantId !== undefined) await lockApplicant(repositories, tenantId, applicantId)
    const entry: FaceIndexEntry = {
      id,
      tenantId,
      galleryId: gallery.id,
      applicantId: applicantId ?? null,
      reference: reference ?? null,
      createdOn: deps.now(),
    }
    await repositories.faceIndex.insert(entry, values)
    return true
  })
  if (!isKept && !found) throw new AppError('APPLICANT_ANONYMIZED')
  return found ? toFound(found) : { id, isMatch: false }
}
