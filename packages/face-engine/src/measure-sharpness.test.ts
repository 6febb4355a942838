import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { measureSharpness } from './measure-sharpness.ts'
import type { Pixels } from './pixels.ts'
import { cropPortrait } from './testing/portraits.ts'

const box = { x: 60, y: 60, width: 300, height: 300 }
const sharpnessOf = async (change: (image: Sharp) => Sharp): Promise<number> => {
  const image = change(await cropPortrait('anna'))
    .removeAlpha()
    .raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  const pixels: Pixels = { data, width: info.width, height: info.height }
  const scale = info.width / 470
  return measureSharpness(pixels, {
    x: box.x * scale,
    y: box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  })
}

describe('measureSharpness', () => {
  it('falls with every step of blur', async () => {
    const steps = [0, 1, 2, 4, 8]
    const values = await Promise.all(
      steps.map((sigma) => sharpnessOf((image) => (sigma === 0 ? image : image.blur(sigma)))),
    )
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    expect(values.at(-1)).toBeLessThan((values[0] ?? 0) / 10)
  })

  it.each([0.4, 1.2])('hardly changes with exposure (gain %f)', async (gain) => {
    const plain = await sharpnessOf((image) => image)
    const exposed = await sharpnessOf((image) => image.linear(gain, 0))
    expect(exposed / plain).toBeGreaterThan(0.75)
    expect(exposed / plain).toBeLessThan(1.35)
  })

  it('hardly changes with the resolution of the camera', async () => {
    const plain = await sharpnessOf((image) => image)
    const larger = await sharpnessOf((image) => image.resize(940))
    expect(larger / plain).toBeGreaterThan(0.6)
    expect(larger / plain).toBeLessThan(1.5)
  })

  it('calls one flat colour blurry', () => {
    const pixels = { data: new Uint8Array(100 * 100 * 3).fill(128), width: 100, height: 100 }
    expect(measureSharpness(pixels, { x: 0, y: 0, width: 100, height: 100 })).toBe(0)
  })
})
