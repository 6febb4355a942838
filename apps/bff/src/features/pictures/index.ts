/** Pictures from being announced to being removed: stored sealed, handed out by signed addresses. */

export { toAssetUrl } from './asset-url.ts'
export {
  type Asset,
  type AssetOf,
  type AssetsReader,
  type AssetTables,
  assetsRepo,
  LISTED_ASSETS,
} from './assets-repo.ts'
export type { PicturesDeps, PicturesRepositories } from './deps.ts'
export { erasePictures } from './erase-pictures.ts'
export { findPicture } from './find-picture.ts'
export { toPictureError } from './picture-error.ts'
export { openPrint, type PictureMarks, toPictureMarks } from './picture-print.ts'
export { isSamePrint } from './picture-print-rules.ts'
export { recoverAssets } from './recover-assets.ts'
export { removeErasedPictures } from './remove-erased-pictures.ts'
export { resealPictures } from './reseal-pictures.ts'
export { assetFileRoutes } from './routes.ts'
export { readFrames, storeFrames } from './store-frames.ts'
export { type StoredObject, storeObject, storeObjects } from './store-object.ts'
export { storePicture, toPictureObject } from './store-picture.ts'
export { ABANDONED_AFTER_MS, sweepUnfinishedAssets } from './sweep-unfinished-assets.ts'
