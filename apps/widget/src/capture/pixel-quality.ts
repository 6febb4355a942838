import type { Light, Point } from './face-measures.ts'

/** RGBA, 8 bits, as a canvas gives it. */
export interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** OFIQ UnderExposurePrevention and OverExposurePrevention: linear luminance, 0–255. */
const DARK = 25
const BRIGHT = 247

/** sRGB to linear light, 0–255 (IEC 61966-2-1). */
const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return 255 * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4)
})

const byte = (data: Uint8ClampedArray, index: number): number => data[index] ?? 0
const linear = (value: number): number => LINEAR[value] ?? 0

/** First and last pixel of a convex outline in a row; null when the row misses it. */
export const spanOf = (outline: readonly Point[], row: number): readonly [number, number] | null => {
  const y = row + 0.5
  let first = Infinity
  let last = -Infinity
  outline.forEach((a, index) => {
    const b = outline[(index + 1) % outline.length]
    if (!b || a.y > y === b.y > y) return
    const x = a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)
    first = Math.min(first, x)
    last = Math.max(last, x)
  })
  return first < last ? [Math.ceil(first - 0.5), Math.floor(last - 0.5)] : null
}

/** Calls `visit` with the offset (in pixels) of everything inside the outline, `inset` pixels off the edges. */
const eachInside = (
  { width, height }: Pixels,
  outline: readonly Point[],
  inset: number,
  visit: (offset: number) => void,
) => {
  for (let row = inset; row < height - inset; row += 1) {
    const span = spanOf(outline, row)
    if (!span) continue
    const last = Math.min(span[1], width - 1 - inset)
    for (let column = Math.max(span[0], inset); column <= last; column += 1) visit(row * width + column)
  }
}

/** Clipping of the face's skin, never its mean brightness: that would judge the skin's colour. */
export const measureLight = (pixels: Pixels, outline: readonly Point[]): Light => {
  const { data } = pixels
  let count = 0
  let dark = 0
  let bright = 0
  eachInside(pixels, outline, 0, (offset) => {
    const index = offset * 4
    const luminance =
      0.2126 * linear(byte(data, index)) +
      0.7152 * linear(byte(data, index + 1)) +
      0.0722 * linear(byte(data, index + 2))
    count += 1
    if (luminance <= DARK) dark += 1
    if (luminance >= BRIGHT) bright += 1
  })
  return count === 0
    ? { underExposed: 0, overExposed: 0 }
    : { underExposed: dark / count, overExposed: bright / count }
}

/** Variance of the 4-neighbour Laplacian of luma (BT.601) inside the outline. */
export const measureSharpness = (pixels: Pixels, outline: readonly Point[]): number => {
  const { width, height, data } = pixels
  const luma = new Float32Array(width * height)
  for (let offset = 0; offset < luma.length; offset += 1) {
    const index = offset * 4
    luma[offset] = 0.299 * byte(data, index) + 0.587 * byte(data, index + 1) + 0.114 * byte(data, index + 2)
  }
  const value = (offset: number): number => luma[offset] ?? 0
  let count = 0
  let sum = 0
  let squares = 0
  eachInside(pixels, outline, 1, (offset) => {
    const laplacian =
      value(offset - 1) +
      value(offset + 1) +
      value(offset - width) +
      value(offset + width) -
      4 * value(offset)
    count += 1
    sum += laplacian
    squares += laplacian * laplacian
  })
  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}
