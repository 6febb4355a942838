import { isId } from '@visavis/shared/ids'
import { createStorage } from 'unstorage'
import { readDataKeyId } from '../crypto/sealer.ts'
import { privateFsDriver } from './private-fs-driver.ts'
import { type S3Options, s3Driver } from './s3-driver.ts'
import type { AssetStore, Sealer, StoredAsset, ValueSealer } from './types.ts'

interface AssetStoreOptions {
  /** A folder of its own, created with the first picture; not used with `s3`. */
  dataDir: string
  /** A bucket instead. */
  s3?: S3Options | undefined
  sealer: Sealer
}

/** An id becomes a file name, so nothing but an id gets past here. */
const toKey = (assetId: string): string => {
  if (!isId('asset', assetId)) throw new TypeError('not an asset id')
  return assetId
}

/** The objects themselves, sealed as they are. */
export const openObjects = ({ dataDir, s3 }: Omit<AssetStoreOptions, 'sealer'>) =>
  createStorage({ driver: s3 ? s3Driver(s3) : privateFsDriver(dataDir) })

/** One sealed object a picture, named by its id; whose it is is its context, so that two cannot change places. */
export const createAssetStore = ({ sealer, ...where }: AssetStoreOptions): AssetStore => {
  const storage = openObjects(where)
  const toContext = ({ tenantId, applicantId, ownerId, id }: StoredAsset) =>
    ['asset', tenantId, ...(applicantId === null ? [] : [applicantId]), ownerId, id].join(':')
  /** Before, a picture was bound to its id alone. */
  const toEarlierContext = ({ id }: StoredAsset) => `asset:${id}`
  const sealerOf = ({ applicantId, ...asset }: StoredAsset): ValueSealer =>
    applicantId === null ? sealer : sealer.ofApplicant({ ...asset, applicantId })

  return {
    put: async (asset, picture) => {
      const sealed = sealerOf(asset).seal(picture, toContext(asset))
      await storage.setItemRaw(toKey(asset.id), sealed)
      return readDataKeyId(sealed)
    },
    get: async (asset) => {
      const sealed = await storage.getItemRaw<Uint8Array>(toKey(asset.id))
      return sealed ? sealerOf(asset).open(sealed, toContext(asset), toEarlierContext(asset)) : undefined
    },
    delete: async (assetId) => {
      await storage.removeItem(toKey(assetId))
    },
    list: async () => (await storage.getKeys()).filter((id) => isId('asset', id)),
    ping: async () => {
      // Not by `hasItem`: the answer to HEAD does not say what is wrong.
      await storage.getItemRaw('ping')
    },
    close: () => storage.dispose(),
  }
}
