import type { AssetStore } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { PicturesRepositories } from './deps.ts'

/** No upload takes this long: whoever announced the picture is gone. */
export const ABANDONED_AFTER_MS = 3_600_000

/** Ids in one look-up. */
const BATCH = 5_000

interface SweepOptions {
  database: Database<PicturesRepositories>
  assets: AssetStore
  /** This process: what it has announced is left alone. */
  writer: string
  /**
   * Whether objects without a row go too. Not where others may keep theirs: a second server on the same bucket, with
   * a database of its own, would delete every picture of the first. Default: yes.
   */
  isOwnStore?: boolean
  /** Of what is announced, only what is older. Default: all of it. */
  announcedBefore?: Date
}

/**
 * Clears away what other processes announced and never finished, and objects that no row announces. Should such a
 * process still be alive, its transaction fails on `markStored` and its caller sends the picture again.
 */
export const sweepUnfinishedAssets = async ({
  database,
  assets,
  writer,
  isOwnStore = true,
  announcedBefore,
}: SweepOptions): Promise<void> => {
  // Objects are listed before rows are read: a row always precedes its object, so one without a row has lost it.
  const objects = isOwnStore ? await assets.list() : []
  for (const asset of await database.assets.listUnfinished(writer, announcedBefore)) {
    await assets.delete(asset.id)
    await database.assets.delete(asset.id)
  }
  for (let start = 0; start < objects.length; start += BATCH) {
    const batch = objects.slice(start, start + BATCH)
    const known = new Set(await database.assets.listKnown(batch))
    for (const id of batch) if (!known.has(id)) await assets.delete(id)
  }
}
