import {
  type Comparison,
  euclideanDistance,
  findNearest,
  isOfModel,
  toMatchLevel,
} from './compare-templates.ts'
import type { RecognitionModel } from './recognition/recognition-model.ts'
import type { FaceTemplate } from './types.ts'

/** Level at which two templates are taken for those of one person. */
const AGREEING_LEVEL = 3

/**
 * What the enrolled templates of a person have in common: the middle of the nearest one and of those that agree with
 * it. Light, age and expression of the single pictures average out. One that does not agree, an old picture or
 * somebody else's, moves nothing. @returns the nearest itself where no other agrees
 */
export const fuseTemplates = (
  nearest: Float32Array,
  templates: readonly Float32Array[],
  { levelDistances, isUnit }: Pick<RecognitionModel, 'levelDistances' | 'isUnit'>,
): Float32Array => {
  const limit = levelDistances[AGREEING_LEVEL - 1] ?? 0
  const agreeing = templates.filter((values) => euclideanDistance(values, nearest) <= limit)
  if (agreeing.length < 2) return nearest
  const middle = nearest.map(
    (_, index) => agreeing.reduce((sum, values) => sum + (values[index] ?? 0), 0) / agreeing.length,
  )
  const norm = isUnit ? Math.hypot(...middle) : 1
  return middle.map((value) => value / norm)
}

/** Compares with what the enrolled templates of one person have in common, and names the nearest of them. */
export const compareWithPerson = (
  values: Float32Array,
  templates: readonly FaceTemplate[],
  model: RecognitionModel,
): Comparison | null => {
  const best = findNearest(values, templates, model)
  const nearest = best === null ? undefined : templates[best.nearest]?.values
  if (best === null || nearest === undefined) return best
  const own = templates.filter((template) => isOfModel(template, model)).map((template) => template.values)
  const distance = euclideanDistance(values, fuseTemplates(nearest, own, model))
  return { ...best, distance, matchLevel: toMatchLevel(model, distance) }
}
