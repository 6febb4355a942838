import type { Asset } from './assets-repo.ts'
import type { PicturesRepositories } from './deps.ts'

/** The picture that an owner has: a face its reference, an attempt the one it was decided on. One without has none. */
export const findPicture = async (
  { assets }: PicturesRepositories,
  tenantId: string,
  ownerId: string,
): Promise<Asset | undefined> => {
  const { rows } = await assets.listStored(tenantId, ownerId, { skip: 0, limit: 1 })
  return rows[0]
}
