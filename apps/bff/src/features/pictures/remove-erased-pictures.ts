import type { PicturesDeps } from './deps.ts'

/** So many objects are on their way out at a time, and so many rows are forgotten with one statement. */
const BATCH = 32

/**
 * Removes the pictures of a tenant that a transaction has marked: the objects first, then the rows that remember them.
 * Repeating it is harmless, and what a crash leaves over goes with the next erasure or the next start.
 */
export const removeErasedPictures = async (
  { database, assets }: PicturesDeps,
  tenantId: string,
): Promise<void> => {
  for (;;) {
    const erasing = await database.assets.listErasing(tenantId, BATCH)
    if (erasing.length === 0) return
    const ids = erasing.map(({ id }) => id)
    await Promise.all(ids.map((id) => assets.delete(id)))
    await database.assets.deleteAll(ids)
  }
}
