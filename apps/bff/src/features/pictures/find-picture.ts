import type { AssetOf } from './assets-repo.ts'
import type { PicturesRepositories } from './deps.ts'

interface Owner {
  id: string
  tenantId: string
  /** Whom it belongs to now. Default: whom it belonged to is not asked. */
  applicantId?: string
}

/**
 * The picture that an owner has: a face its reference, an attempt the one it was decided on. One without has none, and
 * none is found for an owner that was given to another applicant since.
 */
export const findPicture = async (
  { assets }: PicturesRepositories,
  { id, tenantId, applicantId }: Owner,
): Promise<AssetOf<'face_image'> | undefined> => {
  const { rows } = await assets.listStored(tenantId, id, { skip: 0, limit: 1 })
  const [asset] = rows
  const isElsewhere = asset && applicantId && asset.applicantId !== null && asset.applicantId !== applicantId
  return isElsewhere ? undefined : asset
}
