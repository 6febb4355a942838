import { type Erased, NOTHING_ERASED } from '../../storage/erased.ts'
import type { SearchRepositories } from './deps.ts'

/** Takes an applicant out of 1:N search: features, entries and their pictures. Inside a transaction. */
export const eraseIndexEntries = async (
  { faceIndex, assets }: SearchRepositories,
  tenantId: string,
  applicantId: string,
): Promise<Erased> => {
  const entries = await faceIndex.listByApplicant(tenantId, applicantId)
  const ids = entries.map((entry) => entry.id)
  const picture = await assets.markErasing(tenantId, ids)
  for (const entry of entries) await faceIndex.delete(entry)
  return { ...NOTHING_ERASED, picture, index_entry: entries.length }
}
