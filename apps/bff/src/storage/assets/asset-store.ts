import { isId } from '@visavis/shared/ids'
import { createStorage } from 'unstorage'
import { PART_SUFFIX, privateFsDriver } from './private-fs-driver.ts'
import type { AssetStore, Sealer } from './types.ts'

interface AssetStoreOptions {
  /** A folder of its own; created with the first picture. */
  dataDir: string
  sealer: Sealer
}

/** An id becomes a file name, so nothing but an id gets past here. */
const toKey = (assetId: string): string => {
  if (!isId('asset', assetId)) throw new TypeError('not an asset id')
  return assetId
}

/** One sealed file a picture, named by its id; its id is its context, so that two cannot change places. */
export const createAssetStore = ({ dataDir, sealer }: AssetStoreOptions): AssetStore => {
  const storage = createStorage({ driver: privateFsDriver(dataDir) })
  const toContext = (assetId: string) => `asset:${assetId}`

  return {
    put: async (assetId, picture) => {
      await storage.setItemRaw(toKey(assetId), sealer.seal(picture, toContext(assetId)))
    },
    get: async (assetId) => {
      const sealed = await storage.getItemRaw<Uint8Array>(toKey(assetId))
      return sealed ? sealer.open(sealed, toContext(assetId)) : undefined
    },
    delete: async (assetId) => {
      const key = toKey(assetId)
      await storage.removeItem(key)
      await storage.removeItem(key + PART_SUFFIX)
    },
    list: async () => {
      const keys = await storage.getKeys()
      const ids = keys.map((key) => (key.endsWith(PART_SUFFIX) ? key.slice(0, -PART_SUFFIX.length) : key))
      return [...new Set(ids)].filter((id) => isId('asset', id))
    },
    close: () => storage.dispose(),
  }
}
