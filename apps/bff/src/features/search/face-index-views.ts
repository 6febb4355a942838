import { given, toTime } from '../../http/view-parts.ts'
import type { SearchResult } from './insert-indexed-face.ts'
import type { IndexedFace } from './read-indexed-face.ts'

export const toSearchResultView = ({ id, isMatch, expectedFalseMatches }: SearchResult) => ({
  ...given('one_to_n_verification_id', id ?? null),
  one_to_n_verification_match: isMatch,
  ...(expectedFalseMatches === undefined ? {} : { one_to_n_expected_false_matches: expectedFalseMatches }),
})

export const toIndexedFaceView = ({ entry, hasPicture }: IndexedFace) => ({
  one_to_n_verification_id: entry.id,
  created_on: toTime(entry.createdOn),
  ...given('applicant_id', entry.applicantId),
  ...given('reference', entry.reference),
  has_picture: hasPicture,
})
