import { describe, expect, it } from 'vitest'
import { FACE_API_MODEL, findNearest, toMatchLevel } from './compare-templates.ts'
import type { FaceTemplate } from './types.ts'

const { id: MODEL_ID, pipelineId, length: TEMPLATE_LENGTH } = FACE_API_MODEL

/** A template at this distance from all zeros. */
const at = (distance: number, modelId: string = MODEL_ID, length: number = TEMPLATE_LENGTH): FaceTemplate => {
  const values = new Float32Array(length)
  values[7] = distance
  return { modelId, pipelineId, values }
}
const probe = new Float32Array(TEMPLATE_LENGTH)

describe('toMatchLevel', () => {
  it.each([
    [0, 5],
    [0.4, 5],
    [0.4001, 4],
    [0.45, 4],
    [0.4501, 3],
    [0.5, 3],
    [0.5001, 2],
    [0.55, 2],
    [0.5501, 1],
    [0.6, 1],
    [0.6001, 0],
    [2, 0],
    [Number.NaN, 0],
  ])('distance %f is level %i', (distance, level) => {
    expect(toMatchLevel(FACE_API_MODEL, distance)).toBe(level)
  })

  it('is that of another model where its levels lie elsewhere', () => {
    const strict = { levelDistances: [0.3, 0.2, 0.1, 0.05, 0.01] }
    expect(toMatchLevel(strict, 0.15)).toBe(2)
  })
})

describe('findNearest', () => {
  it('takes the nearest template', () => {
    const best = findNearest(probe, [at(0.75), at(0.25), at(0.5)])
    expect(best).toEqual({ distance: 0.25, matchLevel: 5, nearest: 1 })
  })

  it('never compares across models, and keeps the index of the given list', () => {
    const best = findNearest(probe, [at(0, 'other/512'), at(0.5)])
    expect(best).toEqual({ distance: 0.5, matchLevel: 3, nearest: 1 })
  })

  it('compares by the levels of the model it is given', () => {
    const model = {
      ...FACE_API_MODEL,
      id: 'other/8',
      length: 8,
      levelDistances: [2, 1.5, 1, 0.5, 0.1],
    }
    const best = findNearest(new Float32Array(8), [at(0.1), at(0.5, 'other/8', 8)], model)
    expect(best).toEqual({ distance: 0.5, matchLevel: 4, nearest: 1 })
  })

  it.each([
    ['nothing', []],
    ['another model', [at(0, 'other/512')]],
    ['another pipeline', [{ ...at(0), pipelineId: 'another-crop' }]],
    ['a template of another length', [at(0, MODEL_ID, 64)]],
    ['a damaged template', [at(Number.NaN)]],
  ])('says null to %s', (_, templates) => {
    expect(findNearest(probe, templates)).toBeNull()
  })
})
