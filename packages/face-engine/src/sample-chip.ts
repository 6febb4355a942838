import type { Pixels } from './pixels.ts'
import type { Similarity } from './similarity.ts'

export interface ChipOptions {
  /** Side of the square to fill. */
  size: number
  /** Subtracted from red, green, blue; what remains is divided by `divisor`. */
  mean: readonly [number, number, number]
  divisor: number
  /** Left and right change places. */
  mirror?: boolean
}

/** How far apart source samples may lie before several are averaged: without it a large face aliases. */
const MAX_STEP = 1.5

/**
 * Fills `out` (size × size × 3 floats) with the part of the picture that `toPicture` takes the square to: bilinear,
 * averaged over sub-positions where the picture is larger than the chip, black outside the picture.
 */
export const sampleChip = (
  { data, width, height }: Pixels,
  toPicture: Similarity,
  { size, mean, divisor, mirror = false }: ChipOptions,
  out: Float32Array,
): void => {
  const { a, b } = toPicture
  const taps = Math.max(1, Math.ceil(Math.hypot(a, b) / MAX_STEP))
  const gain = 1 / (taps * taps * divisor)
  const [meanRed, meanGreen, meanBlue] = [mean[0] / divisor, mean[1] / divisor, mean[2] / divisor]
  const [right, bottom] = [width - 1, height - 1]
  let at = 0
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const left = mirror ? size - 1 - column : column
      let [red, green, blue] = [0, 0, 0]
      for (let tap = 0; tap < taps * taps; tap += 1) {
        const chipX = left + ((tap % taps) + 0.5) / taps - 0.5
        const chipY = row + (Math.floor(tap / taps) + 0.5) / taps - 0.5
        const x = a * chipX - b * chipY + toPicture.x
        const y = b * chipX + a * chipY + toPicture.y
        if (!(x >= 0 && y >= 0 && x <= right && y <= bottom)) continue
        const [x0, y0] = [Math.floor(x), Math.floor(y)]
        const [toRight, toBottom] = [x - x0, y - y0]
        const upper = (y0 * width + x0) * 3
        const lower = y0 < bottom ? upper + width * 3 : upper
        const beside = x0 < right ? 3 : 0
        const [wa, wb] = [(1 - toRight) * (1 - toBottom), toRight * (1 - toBottom)]
        const [wc, wd] = [(1 - toRight) * toBottom, toRight * toBottom]
        const [p, q, r, s] = [upper, upper + beside, lower, lower + beside]
        red += wa * (data[p] ?? 0) + wb * (data[q] ?? 0) + wc * (data[r] ?? 0) + wd * (data[s] ?? 0)
        green +=
          wa * (data[p + 1] ?? 0) +
          wb * (data[q + 1] ?? 0) +
          wc * (data[r + 1] ?? 0) +
          wd * (data[s + 1] ?? 0)
        blue +=
          wa * (data[p + 2] ?? 0) +
          wb * (data[q + 2] ?? 0) +
          wc * (data[r + 2] ?? 0) +
          wd * (data[s + 2] ?? 0)
      }
      out[at] = red * gain - meanRed
      out[at + 1] = green * gain - meanGreen
      out[at + 2] = blue * gain - meanBlue
      at += 3
    }
  }
}
