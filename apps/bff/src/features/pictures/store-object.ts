import type { Database } from '../../storage/database.ts'
import type { Asset } from './assets-repo.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'

/**
 * Keeps an object together with what it proves, or neither: it is announced by a row, written, and both become valid in
 * the same transaction as `commit`. A crash in between leaves an announced row that the next start sweeps away. `commit`
 * may answer `false` to say that the moment has passed: the object is then dropped.
 */
export const storeObject = async <R extends PicturesRepositories>(
  { database, assets }: Pick<PicturesDeps, 'assets'> & { database: Database<R> },
  asset: Asset,
  bytes: Uint8Array,
  commit: (repositories: R) => Promise<unknown>,
): Promise<boolean> => {
  await database.assets.insert(asset)
  let isKept = false
  try {
    await assets.put(asset, bytes)
    isKept = await database.transaction(async (repositories) => {
      if ((await commit(repositories)) === false) return false
      await repositories.assets.markStored(asset.id)
      return true
    })
    return isKept
  } finally {
    if (!isKept) {
      await assets.delete(asset.id)
      await database.assets.delete(asset.id)
    }
  }
}
