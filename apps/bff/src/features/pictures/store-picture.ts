import { newId } from '@visavis/shared/ids'
import { sniffImageType } from '@visavis/shared/image-type'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { PictureSource } from '@visavis/shared/picture-source'
import { stripMetadata } from '@visavis/shared/strip-metadata'
import type { Database } from '../../storage/database.ts'
import type { Asset } from './assets-repo.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'
import { type PictureMarks, sealPrint } from './picture-print.ts'
import { storeObject } from './store-object.ts'

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

/** Keeps a picture together with what it proves, or neither: see `storeObject`. */
export const storePicture = async <R extends PicturesRepositories>(
  deps: Omit<PicturesDeps, 'database'> & { database: Database<R> },
  { tenantId, ownerId, applicantId, picture: given, quality = null, source = null, marks }: StorePictureInput,
  commit: (repositories: R, applicantKey: Uint8Array | null) => Promise<unknown>,
): Promise<boolean> => {
  const { now, writer } = deps
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
    bytesHash: marks?.bytesHash ?? null,
    printBands: marks?.printBands ?? null,
    // Sealed under a key that comes with the announced row.
    printSealed: null,
    dataKeyId: null,
    status: 'writing',
    writer,
    createdOn: now(),
  }
  return storeObject(deps, {
    asset,
    bytes: picture,
    toPrint: (keyed) => (marks?.print ? sealPrint(deps, keyed, marks.print) : null),
    commit,
  })
}
