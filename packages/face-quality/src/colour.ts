import { toLinear } from './luminance.ts'

type Rgb = readonly [number, number, number]

/** CIE 15: the cube root of a share of white, straight below (6/29)³. */
const lightness = (share: number): number =>
  share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116

/** a* and b* (CIELAB, white D50) of encoded sRGB 0–255. Matrix: sRGB adapted to D50, as in OFIQ. */
export const toLabChroma = (rgb: Rgb): { a: number; b: number } => {
  const [r, g, b] = rgb.map((value) => toLinear(value / 255)) as [number, number, number]
  const x = lightness((0.43605 * r + 0.38508 * g + 0.14309 * b) / 0.964221)
  const y = lightness(0.22249 * r + 0.71689 * g + 0.06062 * b)
  const z = lightness((0.01393 * r + 0.0971 * g + 0.71419 * b) / 0.825211)
  return { a: 500 * (x - y), b: 200 * (y - z) }
}

/** Raw value of a colour that skin never has. */
const UNNATURAL = 100

const beyond = (value: number, from: number, to: number): number => Math.max(0, from - value, value - to)

/**
 * Raw value of NaturalColour: how far the mean colour of the cheeks is from a* 5–25, b* 5–35; 100 when it is
 * greenish or bluish. Grey sits on the edge between both rules, so that a picture without colour is told by
 * `PixelMeasures.greyShare` instead.
 */
export const unnaturalColour = (cheeks: Rgb): number => {
  const { a, b } = toLabChroma(cheeks)
  return a >= 0 && b >= 0 ? Math.hypot(beyond(a, 5, 25), beyond(b, 5, 35)) : UNNATURAL
}
