import { describe, expect, it } from 'vitest'
import { THRESHOLD_NAMES, toGateOverrides } from './gate-thresholds.ts'
import { GATE_NAMES } from './gates.ts'
import { parseGates } from './parse-gates.ts'

describe('thresholds', () => {
  it('has a name for each gate', () => {
    expect(THRESHOLD_NAMES).toHaveLength(GATE_NAMES.length)
    expect(THRESHOLD_NAMES).toEqual(expect.arrayContaining(['yaw', 'head_too_small', 'off_centre_x']))
  })
  it('become overrides of the gates', () => {
    const overrides = toGateOverrides({ head_too_small: { enter: 0.15, leave: 0.16 }, motion: null })
    expect(overrides).toEqual({ headTooSmall: { enter: 0.15, leave: 0.16 }, motion: null })
    expect(parseGates(overrides)).toMatchObject({ headTooSmall: { enter: 0.15, blocks: true }, motion: null })
  })
})
