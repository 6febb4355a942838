import { euclideanDistance, isOfModel, toMatchLevel } from '../compare-templates.ts'
import type { RecognitionModel } from '../recognition/recognition-model.ts'
import type { MatchLevel } from '../types.ts'
import type { FaceObservation } from './types.ts'

/** Which two pictures of a challenge: frames that follow each other, the first and the farthest turned, frame and selfie. */
export type Occasion = 'neighbours' | 'turned' | 'selfie'

/** Least match level, so that each recogniser brings its own distances. The numbers behind it are in docs/liveness.md. */
const MIN_LEVELS: Record<Occasion, MatchLevel> = { neighbours: 4, turned: 2, selfie: 3 }

/**
 * Whether two pictures of a challenge show one person. It is not the comparison that the person is let in by: that one
 * has the journey's own level. It sees that nobody else, and no other picture, took over in between.
 */
export const isSamePerson = (
  a: FaceObservation,
  b: FaceObservation,
  model: RecognitionModel,
  between: Occasion,
): boolean => {
  if (!isOfModel(a.template, model) || !isOfModel(b.template, model)) return false
  const distance = euclideanDistance(a.template.values, b.template.values)
  return toMatchLevel(model, distance) >= MIN_LEVELS[between]
}
