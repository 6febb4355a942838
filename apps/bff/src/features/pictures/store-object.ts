import { newId } from '@visavis/shared/ids'
import { ensureApplicantKey } from '../../storage/crypto/ensure-applicant-key.ts'
import type { Database } from '../../storage/database.ts'
import type { Asset, KeyedAsset } from './assets-repo.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'

type StoreDeps<R extends PicturesRepositories> = Omit<PicturesDeps, 'database'> & { database: Database<R> }

/** What only some objects have; `null` where it is left out. */
type Told = Pick<Asset, 'quality' | 'source' | 'bytesHash' | 'printBands'>

interface StoredObject<R>
  extends Pick<Asset, 'tenantId' | 'ownerId' | 'applicantId' | 'type' | 'mediaType'>,
    Partial<Told> {
  content: Uint8Array
  /** By which a copy is known, sealed; the key is here by then. */
  toPrint?: (asset: KeyedAsset) => Uint8Array | null
  commit: (repositories: R, asset: KeyedAsset) => Promise<unknown>
}

/**
 * Keeps an object together with what it proves, or neither: it is announced by a row, written, and both become valid in
 * the same transaction as `commit`, which gets it with the key of the applicant. A crash in between leaves an announced row that
 * the next start sweeps away. `commit` may answer `false` to say that the moment has passed: the object is then dropped.
 * @returns whether it was kept; not where the applicant was erased meanwhile
 */
export const storeObject = async <R extends PicturesRepositories>(
  deps: StoreDeps<R>,
  { content, toPrint, commit, ...object }: StoredObject<R>,
): Promise<boolean> => {
  const { database, assets, writer, now } = deps
  const { tenantId, applicantId } = object
  const asset: Asset = {
    quality: null,
    source: null,
    bytesHash: null,
    printBands: null,
    ...object,
    id: newId('asset'),
    bytes: content.byteLength,
    // Sealed under a key that comes with the announced row.
    printSealed: null,
    dataKeyId: null,
    status: 'writing',
    writer,
    createdOn: now(),
  }
  const known = await database.assets.insert(asset)
  let isKept = false
  try {
    const applicantKey =
      known ?? (applicantId === null ? null : await ensureApplicantKey(deps, { tenantId, applicantId }))
    if (applicantKey === undefined) return false
    const keyed = { ...asset, applicantKey }
    const dataKeyId = await assets.put(keyed, content)
    const printSealed = toPrint?.(keyed) ?? null
    isKept = await database.transaction(async (repositories) => {
      if ((await commit(repositories, keyed)) === false) return false
      await repositories.assets.markStored(asset.id, { dataKeyId, printSealed })
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
