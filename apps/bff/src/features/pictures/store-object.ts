import { newId } from '@visavis/shared/ids'
import { ensureApplicantKey } from '../../storage/crypto/ensure-applicant-key.ts'
import type { Database } from '../../storage/database.ts'
import type { Asset, KeyedAsset } from './assets-repo.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'

type StoreDeps<R extends PicturesRepositories> = Omit<PicturesDeps, 'database'> & { database: Database<R> }

/** What only some objects have; `null` where it is left out. */
type Told = Pick<Asset, 'quality' | 'source' | 'bytesHash' | 'printBands'>

export interface StoredObject
  extends Pick<Asset, 'tenantId' | 'ownerId' | 'applicantId' | 'type' | 'mediaType'>,
    Partial<Told> {
  content: Uint8Array
  /** By which a copy is known, sealed; the key is here by then. */
  toPrint?: (asset: KeyedAsset) => Uint8Array | null
}

/** Together with what it proves, or not at all: see `storeObjects`. */
export const storeObject = <R extends PicturesRepositories>(
  deps: StoreDeps<R>,
  object: StoredObject,
  commit: (repositories: R, asset: KeyedAsset) => Promise<unknown>,
): Promise<boolean> =>
  storeObjects(deps, [object], async (repositories, [asset]) => {
    if (!asset) throw new Error('an object was announced, and is not there')
    return commit(repositories, asset)
  })

/**
 * Keeps objects together with what they prove, or none of it: each is announced by a row and written, and all become valid
 * in the same transaction as `commit`, which gets them with the key of the applicant. A crash in between leaves announced
 * rows that the next start sweeps away. `commit` may answer `false` to say that the moment has passed: they are then dropped.
 * @returns whether they were kept; not where the applicant was erased meanwhile
 */
export const storeObjects = async <R extends PicturesRepositories>(
  deps: StoreDeps<R>,
  objects: readonly StoredObject[],
  commit: (repositories: R, assets: readonly KeyedAsset[]) => Promise<unknown>,
): Promise<boolean> => {
  const { database, assets } = deps
  const announced: string[] = []
  let isKept = false
  try {
    const written: Written[] = []
    for (const object of objects) {
      const asset = toAnnounced(deps, object)
      const known = await database.assets.insert(asset)
      announced.push(asset.id)
      const keyed = await writeObject(deps, object, asset, known)
      if (!keyed) return false
      written.push(keyed)
    }
    isKept = await database.transaction(async (repositories) => {
      const keyed = written.map(({ asset }) => asset)
      if ((await commit(repositories, keyed)) === false) return false
      for (const { asset, ...sealing } of written) await repositories.assets.markStored(asset.id, sealing)
      return true
    })
    return isKept
  } finally {
    if (!isKept) {
      for (const id of announced) {
        await assets.delete(id)
        await database.assets.delete(id)
      }
    }
  }
}

interface Written extends Pick<Asset, 'dataKeyId' | 'printSealed'> {
  asset: KeyedAsset
}

const toAnnounced = (
  { writer, now }: Pick<PicturesDeps, 'writer' | 'now'>,
  { content, toPrint, ...object }: StoredObject,
): Asset => ({
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
})

/** `undefined`: the applicant was erased. */
const writeObject = async <R extends PicturesRepositories>(
  deps: StoreDeps<R>,
  { content, toPrint }: StoredObject,
  asset: Asset,
  known: Uint8Array | null,
): Promise<Written | undefined> => {
  const { tenantId, applicantId } = asset
  const applicantKey =
    known ?? (applicantId === null ? null : await ensureApplicantKey(deps, { tenantId, applicantId }))
  if (applicantKey === undefined) return undefined
  const keyed = { ...asset, applicantKey }
  const dataKeyId = await deps.assets.put(keyed, content)
  return { asset: keyed, dataKeyId, printSealed: toPrint?.(keyed) ?? null }
}
