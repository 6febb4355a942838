import type { SearchDeps } from './deps.ts'
import { type FaceProbe, type FoundFace, findIndexedFace } from './find-indexed-face.ts'
import { extractFeatures } from './search-terms.ts'

/**
 * Looks among the faces of the present model; while the model before runs beside it, then among those that only that
 * one has looked at, by its own features.
 */
export const findKnownFace = async (
  { database, providers }: SearchDeps,
  { image, ...probe }: FaceProbe & { image: Uint8Array },
): Promise<FoundFace | undefined> => {
  const found = await findIndexedFace(database, probe)
  const { earlier } = providers.default
  if (found || !earlier?.recognition) return found
  const gallery = await database.faceIndex.findGallery(probe.tenantId, earlier.recognition)
  if (!gallery || gallery.size === 0) return undefined
  const features = await extractFeatures(earlier, probe.tenantId, image)
  return findIndexedFace(database, { ...probe, features })
}
