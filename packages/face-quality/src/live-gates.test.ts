import { describe, expect, it } from 'vitest'
import { toLiveGates } from './live-gates.ts'
import { GateConfigError } from './parse-gates.ts'

describe('toLiveGates', () => {
  it('leaves out what fires on bare faces', () => {
    expect(toLiveGates()).toMatchObject({ mouthCovered: null, faceCovered: null, yaw: { enter: 16 } })
  })
  it('keeps of a live default what is not changed', () => {
    expect(toLiveGates({ yaw: { enter: 20 } }).yaw).toEqual({ enter: 20, leave: 14.5, blocks: true })
  })
  it('switches on and off', () => {
    expect(toLiveGates({ mouthCovered: {}, motion: null })).toMatchObject({
      mouthCovered: { enter: 0.3, leave: 0.2, blocks: false },
      motion: null,
    })
  })
  it('refuses a band that the live default turns the wrong way round', () => {
    expect(() => toLiveGates({ yaw: { enter: 14 } })).toThrow(GateConfigError)
  })
})
