import type { GateFailure } from '@visavis/face-quality/evaluate-gates'
import type { FailureCode } from '@visavis/face-quality/failure-codes'
import { describe, expect, it } from 'vitest'
import { createHintPatience, HINT_PATIENCE_MS } from './hint-patience.ts'

const failure = (code: FailureCode, blocking: boolean): GateFailure => ({ code, blocking, gates: [] })
const glasses = failure('eyes_covered', false)
const uneven = failure('uneven_light', false)
const turned = failure('turned', true)

describe('createHintPatience', () => {
  it('waits for a hint, then no longer', () => {
    const wait = createHintPatience()
    expect(wait([glasses], 0)).toEqual([glasses])
    expect(wait([glasses], HINT_PATIENCE_MS - 1)).toEqual([glasses])
    expect(wait([glasses], HINT_PATIENCE_MS)).toEqual([])
  })
  it('never gives up what blocks', () => {
    const wait = createHintPatience()
    expect(wait([turned], 0)).toEqual([turned])
    expect(wait([turned], 10 * HINT_PATIENCE_MS)).toEqual([turned])
  })
  it('a hint behind something that blocks still has all its time', () => {
    const wait = createHintPatience()
    wait([turned, glasses], 0)
    expect(wait([glasses], HINT_PATIENCE_MS)).toEqual([glasses])
    expect(wait([glasses], 2 * HINT_PATIENCE_MS)).toEqual([])
  })
  it('each has its own time, and coming and going gives none back', () => {
    const wait = createHintPatience()
    wait([glasses], 0)
    wait([], 500)
    expect(wait([glasses, uneven], HINT_PATIENCE_MS)).toEqual([uneven])
  })
  it('does not wait for a better camera', () => {
    expect(createHintPatience()([failure('low_resolution', false)], 0)).toEqual([])
  })
})
