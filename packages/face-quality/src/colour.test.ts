import { describe, expect, it } from 'vitest'
import { toLabChroma, unnaturalColour } from './colour.ts'

describe('toLabChroma', () => {
  // CIELAB D50 of sRGB primaries, as published with ICC profiles.
  it.each([
    [[255, 255, 255] as const, 0, 0],
    [[255, 0, 0] as const, 80.8, 69.9],
    [[0, 255, 0] as const, -79.3, 80.99],
    [[0, 0, 255] as const, 68.3, -112],
  ])('of %j', (rgb, a, b) => {
    const chroma = toLabChroma(rgb)
    expect(Math.abs(chroma.a - a)).toBeLessThan(0.3)
    expect(Math.abs(chroma.b - b)).toBeLessThan(0.3)
  })
})

describe('unnaturalColour', () => {
  // The ten tones of the Monk Skin Tone Scale, lightest first.
  it.each([
    ['lightest of Monk’s scale', [246, 237, 228] as const, 5],
    ['third', [247, 234, 208] as const, 5],
    ['fifth', [215, 189, 150] as const, 1],
    ['sixth', [160, 126, 86] as const, 0.5],
    ['seventh', [130, 92, 67] as const, 0],
    ['eighth', [96, 65, 52] as const, 0],
    ['darkest', [41, 36, 32] as const, 4],
  ])('is small for skin: %s', (_, rgb, most) => {
    expect(unnaturalColour(rgb)).toBeLessThanOrEqual(most)
  })

  it('is 100 for what is greenish or bluish', () => {
    expect(unnaturalColour([90, 160, 90])).toBe(100)
    expect(unnaturalColour([90, 90, 200])).toBe(100)
  })

  it('grows with the distance from the range of skin', () => {
    // Pure red, a* 80.8 and b* 69.9: beyond 25 and 35 by 55.8 and 34.9.
    expect(unnaturalColour([255, 0, 0])).toBeCloseTo(Math.hypot(55.8, 34.9), 0)
  })
})
