import { toMatchLevel } from '@visavis/face-engine'
import type { FaceFeatures } from '../../providers/types.ts'
import type { SearchRepositories } from './deps.ts'
import { expectFalseMatches } from './false-match-rules.ts'

export interface FaceProbe {
  tenantId: string
  features: FaceFeatures
  /** 1–5 */
  minimumMatchLevel: number
}

export interface FoundFace {
  id: string
  /** What the hit is worth; `undefined`: nobody measured that. */
  expectedFalseMatches: number | undefined
}

/** The tenant's indexed face that is nearest, if it is near enough and made by the same model and pipeline. */
export const findIndexedFace = async (
  { faceIndex }: SearchRepositories,
  { tenantId, features, minimumMatchLevel }: FaceProbe,
): Promise<FoundFace | undefined> => {
  const gallery = await faceIndex.findGallery(tenantId, features)
  if (!gallery) return undefined
  const nearest = await faceIndex.findNearest(tenantId, gallery.id, features.values)
  const matchLevel = nearest ? toMatchLevel(features, nearest.distance) : 0
  if (!nearest || matchLevel < minimumMatchLevel) return undefined
  return { id: nearest.entryId, expectedFalseMatches: expectFalseMatches(features, matchLevel, gallery.size) }
}
