import type { Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { measureSharpness } from './measure-sharpness.ts'
import type { Pixels } from './pixels.ts'
import { type Similarity, squareToPicture } from './similarity.ts'
import { cropPortrait } from './testing/portraits.ts'

/** Takes the aligned chip to the portrait's face, in a portrait of 470 pixels. */
const FACE = squareToPicture(112, { x: 210, y: 240 }, 300, 0)
const scaleBy = ({ a, b, x, y }: Similarity, scale: number): Similarity => ({
  a: a * scale,
  b: b * scale,
  x: x * scale,
  y: y * scale,
})
const sharpnessOf = async (change: (image: Sharp) => Sharp): Promise<number> => {
  const image = change(await cropPortrait('anna'))
    .removeAlpha()
    .raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  const pixels: Pixels = { data, width: info.width, height: info.height }
  return measureSharpness(pixels, scaleBy(FACE, info.width / 470))
}
/** Black over everything but a hole, as dark hair around a face. */
const hair = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="470" height="470"><path fill-rule="evenodd" d="M0 0H470V470H0ZM138 200H282V366H138Z"/></svg>',
)

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

  it('does not change with the hair around the face', async () => {
    const plain = await sharpnessOf((image) => image)
    expect(await sharpnessOf((image) => image.composite([{ input: hair }]))).toBeCloseTo(plain, 1)
  })

  it('calls one flat colour blurry', () => {
    const pixels = { data: new Uint8Array(100 * 100 * 3).fill(128), width: 100, height: 100 }
    expect(measureSharpness(pixels, squareToPicture(112, { x: 50, y: 50 }, 100, 0))).toBe(0)
  })
})
