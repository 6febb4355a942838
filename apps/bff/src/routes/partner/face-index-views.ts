import type { SearchResult } from '../../services/insert-indexed-face.ts'
import type { IndexedFace } from '../../services/read-indexed-face.ts'
import { given, toTime } from './view-parts.ts'

export const toSearchResultView = ({ id, isMatch }: SearchResult) => ({
  ...given('one_to_n_verification_id', id ?? null),
  one_to_n_verification_match: isMatch,
})

export const toIndexedFaceView = ({ entry, hasPicture }: IndexedFace) => ({
  one_to_n_verification_id: entry.id,
  created_on: toTime(entry.createdOn),
  ...given('applicant_id', entry.applicantId),
  ...given('reference', entry.reference),
  has_picture: hasPicture,
})
