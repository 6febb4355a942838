import { describe, expect, it } from 'vitest'
import { GATES } from './gates.ts'

/** Those that a value has to stay above; the others are upper bounds. */
const LOWER_BOUNDS = ['interEyePx', 'faceShareFar', 'marginSide', 'marginAbove', 'marginBelow', 'eyeOpenness']

describe('gates', () => {
  it.each(Object.entries(GATES))('%s asks for more to clear than to fail', (name, { limit, clear }) => {
    if (LOWER_BOUNDS.includes(name)) expect(clear).toBeGreaterThan(limit)
    else expect(clear).toBeLessThan(limit)
  })
})
