import { describe, expect, it } from 'vitest'
import { finishTemplate } from './finish-template.ts'

const of = (...values: number[]) => Float32Array.from(values)
const plain = { isUnit: true, centre: null }

describe('finishTemplate', () => {
  it('tells the length of the answer and keeps its direction', () => {
    const { values, norm } = finishTemplate([of(3, 4)], plain)
    expect(norm).toBe(5)
    expect(values[0]).toBeCloseTo(0.6)
    expect(values[1]).toBeCloseTo(0.8)
  })

  it('subtracts the centre from the direction, not from the answer', () => {
    const { values } = finishTemplate([of(30, 40)], { isUnit: true, centre: of(0.6, 0) })
    expect(values[0]).toBeCloseTo(0)
    expect(values[1]).toBeCloseTo(1)
  })

  it('takes the middle of a face and its mirror image, whatever their lengths', () => {
    const { values, norm } = finishTemplate([of(10, 0), of(0, 1)], plain)
    expect(values[0]).toBeCloseTo(Math.SQRT1_2)
    expect(values[1]).toBeCloseTo(Math.SQRT1_2)
    expect(norm).toBe(10)
  })

  it('leaves answers that are compared as they are their lengths', () => {
    const { values } = finishTemplate([of(1, 0), of(0, 1)], { isUnit: false, centre: null })
    expect([...values]).toEqual([0.5, 0.5])
  })
})
