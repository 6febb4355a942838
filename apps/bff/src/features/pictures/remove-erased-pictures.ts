import type { PicturesDeps } from './deps.ts'

/**
 * Removes the pictures of a tenant that a transaction has marked: the object first, then the row that remembers it.
 * Repeating it is harmless, and what a crash leaves over goes with the next erasure or the next start.
 */
export const removeErasedPictures = async (
  { database, assets }: PicturesDeps,
  tenantId: string,
): Promise<void> => {
  for (const asset of await database.assets.listErasing(tenantId)) {
    await assets.delete(asset.id)
    await database.assets.delete(asset.id)
  }
}
