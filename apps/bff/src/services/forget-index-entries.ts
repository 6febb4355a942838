import type { Repositories } from '../storage/db/types.ts'
import { type Erased, NOTHING_ERASED } from './erased-counts.ts'

/**
 * Takes an applicant out of the face index: entries, features, pictures. Call it inside the transaction that erases
 * the applicant, then `removeErasedPictures` after it. Works without pgvector too: there is nothing to remove then.
 */
export const forgetIndexEntries = async (
  { assets, faceIndex }: Repositories,
  tenantId: string,
  applicantId: string,
): Promise<Erased> => {
  const entries = await faceIndex.listByApplicant(tenantId, applicantId)
  const picture = await assets.markErasing(
    tenantId,
    entries.map((entry) => entry.id),
  )
  for (const entry of entries) await faceIndex.delete(entry)
  return { ...NOTHING_ERASED, picture, template: entries.length }
}
