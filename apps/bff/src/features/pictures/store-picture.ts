import { sniffImageType } from '@visavis/shared/image-type'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { PictureSource } from '@visavis/shared/picture-source'
import { stripMetadata } from '@visavis/shared/strip-metadata'
import type { Database } from '../../storage/database.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'
import { type PictureMarks, sealPrint } from './picture-print.ts'
import { type StoredObject, storeObject } from './store-object.ts'

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

/** Keeps a picture together with what it proves, or neither: see `storeObjects`. */
export const storePicture = async <R extends PicturesRepositories>(
  deps: Omit<PicturesDeps, 'database'> & { database: Database<R> },
  input: StorePictureInput,
  commit: (repositories: R, applicantKey: Uint8Array | null) => Promise<unknown>,
): Promise<boolean> =>
  storeObject(deps, toPictureObject(deps, input), (repositories, { applicantKey }) =>
    commit(repositories, applicantKey),
  )

export const toPictureObject = (
  deps: Pick<PicturesDeps, 'sealer'>,
  { tenantId, ownerId, applicantId, picture: given, quality = null, source = null, marks }: StorePictureInput,
): StoredObject => {
  // The pixels stay as they were judged; place, time and device go, whoever sent them.
  const picture = stripMetadata(given)
  const mediaType = sniffImageType(picture)
  if (!mediaType) throw new TypeError('only a picture that passed the engine is stored')
  return {
    tenantId,
    ownerId,
    applicantId: applicantId ?? null,
    type: 'face_image',
    mediaType,
    content: picture,
    quality,
    source,
    bytesHash: marks?.bytesHash ?? null,
    printBands: marks?.printBands ?? null,
    toPrint: (asset) => (marks?.print ? sealPrint(deps, asset, marks.print) : null),
  }
}
