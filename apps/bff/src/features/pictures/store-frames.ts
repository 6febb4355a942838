import { stripMetadata } from '@visavis/shared/strip-metadata'
import type { Database } from '../../storage/database.ts'
import type { PicturesDeps, PicturesRepositories } from './deps.ts'
import { packFrames, unpackFrames } from './frame-bundle.ts'
import { storeObject } from './store-object.ts'

interface StoreFramesInput {
  tenantId: string
  /** A challenge, which nobody lists the pictures of. */
  ownerId: string
  applicantId: string
  /** JPEGs. */
  frames: readonly Uint8Array[]
}

/** Keeps the frames of a turn of the head, as `storePicture` keeps a picture. @param commit gets the id they are known by */
export const storeFrames = <R extends PicturesRepositories>(
  deps: Omit<PicturesDeps, 'database'> & { database: Database<R> },
  { tenantId, ownerId, applicantId, frames }: StoreFramesInput,
  commit: (repositories: R, assetId: string) => Promise<unknown>,
): Promise<boolean> =>
  storeObject(
    deps,
    {
      tenantId,
      ownerId,
      applicantId,
      type: 'turn_frames',
      // Of each of them.
      mediaType: 'image/jpeg',
      content: packFrames(frames.map(stripMetadata)),
    },
    (repositories, { id }) => commit(repositories, id),
  )

/** `undefined`: they are gone. */
export const readFrames = async (
  { database, assets }: Pick<PicturesDeps, 'assets'> & { database: Pick<PicturesRepositories, 'assets'> },
  assetId: string,
): Promise<Uint8Array[] | undefined> => {
  const asset = await database.assets.findStored(assetId)
  const bundle = asset && (await assets.get(asset))
  return bundle && unpackFrames(bundle)
}
