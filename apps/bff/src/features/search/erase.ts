import { type Erase, NOTHING_ERASED } from '../../storage/erased.ts'
import { erasePictures } from '../pictures/index.ts'
import type { SearchRepositories } from './deps.ts'

/** Takes an applicant out of 1:N search: features, entries and their pictures. */
export const eraseIndexEntries: Erase<SearchRepositories> = async (
  repositories,
  { tenantId, applicantId },
) => {
  if (applicantId === undefined) return NOTHING_ERASED
  const entries = await repositories.faceIndex.listByApplicant(tenantId, applicantId)
  const ids = entries.map(({ id }) => id)
  const picture = await erasePictures(repositories, tenantId, ids)
  await repositories.faceIndex.delete(tenantId, entries)
  return { ...NOTHING_ERASED, picture, index_entry: entries.length }
}
