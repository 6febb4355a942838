import { expect, it } from 'vitest'
import { meshAt, observationOf } from '../testing/turning-head.ts'
import { judgePassive } from './judge-passive.ts'
import type { FaceObservation } from './types.ts'

const seen = (passiveScore: number | null, moire: number | null = 2, change: Partial<FaceObservation> = {}) =>
  observationOf(meshAt({}), { passiveScore, moire: passiveScore === null ? null : moire, ...change })
const TURNED = seen(null)
/** The same face in a picture half as wide. */
const near = { width: 240 }

it.each<[string, FaceObservation[], ReturnType<typeof judgePassive>]>([
  ['a live face', [seen(0.9), TURNED, seen(0.8)], { outcome: 'passed', score: 0.85, moire: 2 }],
  ['one bad frame of three', [seen(0.1), seen(0.9), seen(0.8)], { outcome: 'passed', score: 0.8, moire: 2 }],
  ['a print', [seen(0.2), seen(0.1), seen(0.9)], { outcome: 'failed', score: 0.2, moire: 2 }],
  ['a pattern', [seen(0.9, 3.1), seen(0.9, 2.9)], { outcome: 'failed', score: 0.9, moire: 3 }],
  ['turned heads only', [TURNED, TURNED], { outcome: 'not_done', score: null, moire: null }],
  ['nothing', [], { outcome: 'not_done', score: null, moire: null }],
  ['a face that fills the picture', [seen(0.9, 2, near)], { outcome: 'not_done', score: 0.9, moire: 2 }],
  ['a print that does', [seen(0.1, 2, near)], { outcome: 'failed', score: 0.1, moire: 2 }],
])('judges %s', (_, observations, expected) => {
  const { outcome, score, moire } = judgePassive(observations)
  expect(outcome).toBe(expected.outcome)
  expect(score).toEqual(expected.score === null ? null : expect.closeTo(expected.score))
  expect(moire).toEqual(expected.moire === null ? null : expect.closeTo(expected.moire))
})

it('does not take a number that is none for a pass', () => {
  expect(judgePassive([seen(Number.NaN)]).outcome).toBe('failed')
})
