import { boxOfMesh } from './face-mesh.ts'
import type { FaceObservation } from './types.ts'

/** Probability of a live face. Of 708 bona fide pictures 6 lie below it, of 472 printed photographs none above. */
const MIN_SCORE = 0.5
/** Above it dots or pixels show: 2 of 708 bona fide pictures, 27 of 31 screens without a border. */
const MAX_MOIRE = 2.8
/**
 * Of the picture's width. The network goes by what is around the face: of attacks whose edge lies outside the picture it
 * lets 55 of 63 pass.
 */
const MAX_FACE_WIDTH = 0.45

export interface PassiveJudgement {
  /** `not_done`: nothing to go by. It is no pass: ask for another picture. */
  outcome: 'passed' | 'failed' | 'not_done'
  /** Medians over the pictures in which the head is not turned; `null`: there is none. */
  score: number | null
  moire: number | null
}

const medianOf = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const fillsPicture = ({ mesh, width }: FaceObservation): boolean =>
  boxOfMesh(mesh).width > MAX_FACE_WIDTH * width

const isNumber = (value: number | null): value is number => value !== null

/**
 * A look at pictures that were taken anyway. Turned heads are not scored: the network never saw any. A face that fills the
 * picture can fail, but not pass: nothing around it is seen that could give an attack away.
 */
export const judgePassive = (observations: readonly FaceObservation[]): PassiveJudgement => {
  const frontal = observations.filter(({ passiveScore }) => passiveScore !== null)
  const score = medianOf(frontal.map(({ passiveScore }) => passiveScore).filter(isNumber))
  const moire = medianOf(frontal.map((observation) => observation.moire).filter(isNumber))
  if (score === null || moire === null) return { outcome: 'not_done', score, moire }
  if (!(score >= MIN_SCORE && moire <= MAX_MOIRE)) return { outcome: 'failed', score, moire }
  return { outcome: frontal.every(fillsPicture) ? 'not_done' : 'passed', score, moire }
}
