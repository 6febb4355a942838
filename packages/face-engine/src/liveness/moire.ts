import type { Box, Pixels } from '../pixels.ts'
import { transformSquare } from './fourier.ts'
import { lumaAt } from './luma.ts'

/** Sides of the square of the face that is looked at, pixel by pixel: the largest that lies on it. */
const SIDES = [256, 128, 64] as const
/** In cycles a pixel: what is coarser is the face itself. */
const FROM = 0.1
const TO = 0.5
/** Near both axes lie the edges of JPEG's blocks, and of everything that was made larger. */
const AXIS = 0.03
const RING_WIDTH = 1 / 64
/** Of a ring with fewer numbers the median says nothing. */
const MIN_IN_RING = 20

/** Keeps the square's edges, which the picture does not end at, out of the spectrum: a Hann window. */
const windowAt = (index: number, side: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / side)

/** Luma of a square in the middle of the face, without its mean; where the picture ends, its edge goes on. */
const readSquare = (pixels: Pixels, { x, y, width, height }: Box, side: number): Float64Array => {
  const left = Math.round(x + width / 2 - side / 2)
  const top = Math.round(y + height / 2 - side / 2)
  const within = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1)
  const square = Float64Array.from({ length: side * side }, (_, at) =>
    lumaAt(
      pixels,
      within(left + (at % side), pixels.width),
      within(top + Math.floor(at / side), pixels.height),
    ),
  )
  const mean = square.reduce((sum, value) => sum + value, 0) / square.length
  return square.map(
    (value, at) => (value - mean) * windowAt(at % side, side) * windowAt(Math.floor(at / side), side),
  )
}

/**
 * The strongest regular pattern in the face: of all rings of the spectrum, the largest logarithm of its peak over its
 * median. Dots of a print and pixels of a screen make one; skin has none.
 */
export const measureMoire = (pixels: Pixels, face: Box): number => {
  const side = SIDES.find((candidate) => candidate <= Math.min(face.width, face.height)) ?? 64
  const spectrum = { re: readSquare(pixels, face, side), im: new Float64Array(side * side) }
  transformSquare(spectrum, side)
  const rings = new Map<number, number[]>()
  for (let at = 0; at < side * side; at += 1) {
    const frequency = (index: number) => (index < side / 2 ? index : index - side) / side
    const [x, y] = [frequency(at % side), frequency(Math.floor(at / side))]
    const radius = Math.hypot(x, y)
    if (radius <= FROM || radius >= TO || Math.abs(x) <= AXIS || Math.abs(y) <= AXIS) continue
    const ring = Math.floor(radius / RING_WIDTH)
    const powers = rings.get(ring) ?? []
    powers.push((spectrum.re[at] ?? 0) ** 2 + (spectrum.im[at] ?? 0) ** 2)
    rings.set(ring, powers)
  }
  let strongest = 0
  for (const powers of rings.values()) {
    if (powers.length < MIN_IN_RING) continue
    const sorted = powers.toSorted((a, b) => a - b)
    const [median = 0, peak = 0] = [sorted[sorted.length >> 1], sorted.at(-1)]
    if (median > 0) strongest = Math.max(strongest, Math.log10(peak / median))
  }
  return strongest
}
