import { toMatchLevel } from '@visavis/face-engine'
import type { FaceFeatures } from '../../providers/types.ts'
import type { SearchRepositories } from './deps.ts'

export interface FaceProbe {
  tenantId: string
  features: FaceFeatures
  /** 1–5 */
  minimumMatchLevel: number
}

/** Id of the tenant's indexed face that is nearest, if it is near enough and made by the same model. */
export const findIndexedFace = async (
  { faceIndex }: SearchRepositories,
  { tenantId, features, minimumMatchLevel }: FaceProbe,
): Promise<string | undefined> => {
  const galleryId = await faceIndex.findGallery(tenantId, features.modelId)
  if (galleryId === undefined) return undefined
  const nearest = await faceIndex.findNearest(tenantId, galleryId, features.values)
  return nearest && toMatchLevel(features, nearest.distance) >= minimumMatchLevel
    ? nearest.entryId
    : undefined
}
