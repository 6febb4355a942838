import { describe, expect, it } from 'vitest'
import { formatQuality, QUALITY_KEYS, toQualityVector } from './quality-vector.ts'

describe('quality vector', () => {
  it('names the components that are computed, each once', () => {
    expect(new Set(QUALITY_KEYS).size).toBe(24)
    expect(QUALITY_KEYS).toContain('x43')
    expect(QUALITY_KEYS).not.toContain('x41')
  })
  it('takes the scalars along, by their id', () => {
    const components = [
      { component: 'Sharpness', isoId: 0x49, raw: 0.2, scalar: 91 },
      { component: 'HeadPoseRoll', isoId: 0x5a, raw: 3, scalar: 100 },
    ] as const
    const vector = toQualityVector({ faceCount: 1, components })
    expect(vector).toEqual({ x49: 91, x5a: 100 })
    expect(formatQuality(vector)).toBe('x49=91, x5a=100')
  })
  it('nobody in the picture: nothing to tell', () => {
    expect(formatQuality(toQualityVector({ faceCount: 0, components: [] }))).toBe('')
  })
  it('fits into a header', () => {
    expect(formatQuality(Object.fromEntries(QUALITY_KEYS.map((key) => [key, 100]))).length).toBeLessThan(1024)
  })
})
