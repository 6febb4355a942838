import { AppError } from '@visavis/shared/errors'
import type { Recognition } from '../../providers/types.ts'
import type { RetemplateTurn } from '../faces/index.ts'
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
 * over one by one. Faces without a usable picture stay where they are, and are found by the model that knows them only;
 * so do those whose turn fails, until another run.
 */
export const reindexFaces = async (
  deps: ReindexDeps,
  { after, isOver }: { after: string; isOver: () => boolean },
): Promise<RetemplateTurn<string>> => {
  const { database, providers } = deps
  const { recognition, extractFeatures: extract } = providers.default
  let left = 0
  if (!recognition || !extract || database.faceIndexSupport !== 'available') return { next: undefined, left }
  if (after === '') await warnOfUnfound(deps, recognition)
  let last = after
  for (;;) {
    const entries = await database.faceIndex.listElsewhere(recognition, last, BATCH)
    for (const entry of entries) {
      if (isOver()) return { next: last, left }
      try {
        await reindexFace(deps, entry)
      } catch (failure) {
        if (failure instanceof AppError && failure.code === 'RATE_LIMITED') return { next: last, left }
        const why = failure instanceof AppError ? { code: failure.code } : { err: failure }
        deps.log.warn({ indexedFaceId: entry.id, ...why }, 'an indexed face stays with its model')
        left += 1
      }
      last = entry.id
    }
    if (entries.length < BATCH) return { next: undefined, left }
  }
}

/** A search that finds nobody looks like one that has nobody to find. */
const warnOfUnfound = async (
  { database, providers, log }: ReindexDeps,
  present: Recognition,
): Promise<void> => {
  if (providers.default.earlier) return
  const { elsewhere } = await database.faceIndex.countFaces(present)
  if (elsewhere === 0) return
  log.warn(
    { faces: elsewhere },
    'faces of the 1:N index are not found until the present model has looked at their pictures: name the model before in RECOGNITION_MODEL_EARLIER',
  )
}

const reindexFace = async (
  { database, assets, providers }: ReindexDeps,
  entry: FaceIndexEntry,
): Promise<void> => {
  const { id, tenantId } = entry
  const asset = await findPicture(database, { id, tenantId })
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
