import type { PicturesRepositories } from './deps.ts'

/**
 * Hides the pictures of these owners for good, whoever calls them theirs: each room does so for what it erases. Inside a
 * transaction; `removeErasedPictures` after it. @returns how many there were
 */
export const erasePictures = (
  { assets }: PicturesRepositories,
  tenantId: string,
  ownerIds: readonly string[],
): Promise<number> => assets.markErasing(tenantId, ownerIds)
