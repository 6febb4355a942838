import { DLIB_RESNET_UPRIGHT } from './recognition/dlib-resnet.ts'
import { toRecognitionModel } from './recognition/recognition-definition.ts'
import type { RecognitionModel } from './recognition/recognition-model.ts'
import type { FaceTemplate, MatchLevel } from './types.ts'

/** The first model that there was. */
export const FACE_API_MODEL = toRecognitionModel(DLIB_RESNET_UPRIGHT)

export const euclideanDistance = (a: Float32Array, b: Float32Array): number => {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += ((a[index] ?? 0) - (b[index] ?? 0)) ** 2
  return Math.sqrt(sum)
}

/** How well two templates of that model match. */
export const toMatchLevel = (
  { levelDistances }: Pick<RecognitionModel, 'levelDistances'>,
  distance: number,
): MatchLevel => levelDistances.filter((limit) => distance <= limit).length as MatchLevel

export interface Comparison {
  distance: number
  matchLevel: MatchLevel
  nearest: number
}

export const isOfModel = ({ modelId, pipelineId, values }: FaceTemplate, model: RecognitionModel): boolean =>
  modelId === model.id && pipelineId === model.pipelineId && values.length === model.length

/** The nearest of the templates of that model, or null when there is none. */
export const findNearest = (
  values: Float32Array,
  templates: readonly FaceTemplate[],
  model: RecognitionModel = FACE_API_MODEL,
): Comparison | null => {
  let best: Comparison | null = null
  for (const [nearest, template] of templates.entries()) {
    if (!isOfModel(template, model)) continue
    const distance = euclideanDistance(values, template.values)
    // A damaged template holds NaN; no comparison with it is true.
    if (best === null ? distance >= 0 : distance < best.distance) {
      best = { distance, matchLevel: toMatchLevel(model, distance), nearest }
    }
  }
  return best
}
