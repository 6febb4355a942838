import { describe, expect, it } from 'vitest'
import { fuseTemplates } from './fuse-templates.ts'

const model = { levelDistances: [1, 0.8, 0.5, 0.3, 0.1], isUnit: false }
const of = (...values: number[]) => Float32Array.from(values)

describe('fuseTemplates', () => {
  it('takes the middle of those that agree with the nearest', () => {
    expect([...fuseTemplates(of(0, 1), [of(0, 1), of(0.5, 1)], model)]).toEqual([0.25, 1])
  })

  it('is not moved by one that does not agree', () => {
    expect([...fuseTemplates(of(0, 1), [of(0, 1), of(0.51, 1), of(9, 9)], model)]).toEqual([0, 1])
  })

  it('keeps the length of those that have length 1', () => {
    const fused = fuseTemplates(of(1, 0), [of(1, 0), of(0.96, 0.28)], { ...model, isUnit: true })
    expect(Math.hypot(...fused)).toBeCloseTo(1)
    expect(fused[1]).toBeGreaterThan(0.1)
  })
})
