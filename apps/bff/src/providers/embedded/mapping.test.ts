import type { VerifyResult } from '@visavis/face-engine'
import { expect, it } from 'vitest'
import { fromEnrolResult, fromVerifyResult } from './mapping.ts'

const MODEL = { id: 'm' }

const compared = (matchLevel: 0 | 1 | 2 | 3 | 4 | 5): VerifyResult => ({
  outcome: 'compared',
  distance: 0.5,
  matchLevel,
  nearest: 0,
})

it.each([
  [0, 1, 'declined'],
  [2, 3, 'declined'],
  [3, 3, 'approved'],
  [5, 3, 'approved'],
  [4, 5, 'declined'],
] as const)('level %i where %i is asked for: %s', (level, minimum, kind) => {
  expect(fromVerifyResult(compared(level), MODEL, minimum)).toMatchObject({ kind, modelId: 'm' })
})

it.each([
  [{ outcome: 'face_refused', reason: 'face_blurry' }, 'face_blurry', 61401],
  [{ outcome: 'face_refused', reason: 'no_face' }, 'no_face', 61410],
  [{ outcome: 'image_refused', reason: 'image_truncated' }, 'image_unreadable', 61911],
  [{ outcome: 'image_refused', reason: 'image_too_many_scans' }, 'image_unreadable', 61911],
  [{ outcome: 'image_refused', reason: 'image_too_costly' }, 'image_unreadable', 61911],
] as const)('%j asks for another picture', (result, reason, code) => {
  expect(fromVerifyResult(result, MODEL, 3)).toEqual({ kind: 'retry', reasons: [reason], codes: [code] })
})

it('never takes a missing reference for a verdict', () => {
  expect(fromVerifyResult({ outcome: 'no_comparable_template' }, MODEL, 1)).toEqual({ kind: 'no-reference' })
})

it('carries a template through bytes unchanged, also out of the middle of a larger buffer', () => {
  const values = new Float32Array(130).map((_, index) => index / 7).subarray(1, 129)
  const enrolled = fromEnrolResult({
    outcome: 'enrolled',
    template: { modelId: 'm', pipelineId: 'p', values },
  })
  if (enrolled.kind !== 'enrolled') throw new Error('not enrolled')
  expect(enrolled.template).toMatchObject({ modelId: 'm', pipelineId: 'p' })
  expect(enrolled.template.data.byteLength).toBe(512)
  expect(new Float32Array(enrolled.template.data.slice().buffer)).toEqual(values.slice())
})
