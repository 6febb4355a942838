import { newId } from '@visavis/shared/ids'
import { sniffImageType } from '@visavis/shared/image-type'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { PictureSource } from '@visavis/shared/picture-source'
import { stripMetadata } from '@visavis/shared/strip-metadata'
import type { Database } from '../../storage/database.ts'
import type { Asset } from './assets-repo.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'
import { type PictureMarks, sealMarks } from './picture-print.ts'

interface StorePictureInput {
  tenantId: string
  ownerId: string
  /** The picture is of no use to the owner once that is somebody else's. */
  applicantId?: string
  picture: Uint8Array
  /** What the browser measured on it. */
  quality?: PictureQuality | null
  source?: PictureSource | null
  /** By which copies of it are known; absent: they are not looked for. */
  marks?: PictureMarks | undefined
}

/**
 * Keeps a picture together with what it proves, or neither: the object is announced by a row, written, and both
 * become valid in the same transaction as `commit`. A crash in between leaves an announced row that the next start
 * sweeps away. `commit` may answer `false` to say that the moment has passed: the picture is then dropped.
 */
export const storePicture = async <R extends PicturesRepositories>(
  { database, assets, sealer, now, writer }: Omit<PicturesDeps, 'database'> & { database: Database<R> },
  { tenantId, ownerId, applicantId, picture: given, quality = null, source = null, marks }: StorePictureInput,
  commit: (repositories: R) => Promise<unknown>,
): Promise<boolean> => {
  // The pixels stay as they were judged; place, time and device go, whoever sent them.
  const picture = stripMetadata(given)
  const mediaType = sniffImageType(picture)
  if (!mediaType) throw new TypeError('only a picture that passed the engine is stored')
  const id = newId('asset')
  const asset: Asset = {
    id,
    tenantId,
    ownerId,
    applicantId: applicantId ?? null,
    type: 'face_image',
    mediaType,
    bytes: picture.byteLength,
    quality,
    source,
    ...(marks ? sealMarks({ sealer }, id, marks) : { bytesHash: null, printBands: null, printSealed: null }),
    status: 'writing',
    writer,
    createdOn: now(),
  }
  await database.assets.insert(asset)
  let isKept = false
  try {
    await assets.put(asset, picture)
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
