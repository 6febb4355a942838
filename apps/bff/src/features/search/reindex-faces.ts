import { AppError } from '@visavis/shared/errors'
import { findPicture } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'
import type { FaceIndexEntry } from './face-index-repo.ts'
import { extractFeatures } from './search-terms.ts'

const BATCH = 50

interface ReindexDeps extends Pick<SearchDeps, 'database' | 'assets' | 'log'> {
  providers: Pick<SearchDeps['providers'], 'default'>
}

/**
 * Has the present model look at the kept pictures of indexed faces that another one put into the index, and moves them
 * over one by one. Faces without a usable picture stay where they are, and are found by the model that knows them only.
 * @returns where to go on; `undefined`: the last one was looked at
 */
export const reindexFaces = async (
  deps: ReindexDeps,
  { after, isOver }: { after: string; isOver: () => boolean },
): Promise<string | undefined> => {
  const { database, providers } = deps
  const { recognition, extractFeatures: extract } = providers.default
  if (!recognition || !extract || database.faceIndexSupport !== 'available') return undefined
  let last = after
  for (;;) {
    const entries = await database.faceIndex.listElsewhere(recognition, last, BATCH)
    for (const entry of entries) {
      if (isOver()) return last
      try {
        await reindexFace(deps, entry)
      } catch (failure) {
        if (!(failure instanceof AppError)) throw failure
        if (failure.code === 'RATE_LIMITED') return last
        deps.log.warn({ indexedFaceId: entry.id, code: failure.code }, 'an indexed face stays with its model')
      }
      last = entry.id
    }
    if (entries.length < BATCH) return undefined
  }
}

const reindexFace = async (
  { database, assets, providers }: ReindexDeps,
  entry: FaceIndexEntry,
): Promise<void> => {
  const { id, tenantId } = entry
  const asset = await findPicture(database, tenantId, id)
  const image = asset && (await assets.get(asset))
  if (!image) return
  const { modelId, pipelineId, values } = await extractFeatures(providers.default, tenantId, image)
  await database.transaction(async ({ faceIndex }) => {
    const kind = { modelId, pipelineId, dimensions: values.length }
    const gallery = await faceIndex.lockGallery(tenantId, kind)
    // Forgotten or moved meanwhile: then it stays so.
    const now = await faceIndex.get(tenantId, id)
    if (now?.galleryId === entry.galleryId && gallery.id !== entry.galleryId)
      await faceIndex.move(now, gallery.id, values)
  })
}
