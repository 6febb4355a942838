import type { CropInput } from './frame-types.ts'
import type { Span } from './hull.ts'

/** Linear light of an encoded sRGB value, both 0–1 (IEC 61966-2-1). */
export const toLinear = (encoded: number): number =>
  encoded > 0.04045 ? ((encoded + 0.055) / 1.055) ** 2.4 : encoded / 12.92

/** `toLinear` of every byte. */
export const LINEAR = Float64Array.from({ length: 256 }, (_, value) => toLinear(value / 255))

/** Linear luminance 0–255, rounded as OFIQ does, of encoded R, G, B 0–255 (weights: ITU-R BT.709). */
export const luminanceOf = (r: number, g: number, b: number): number =>
  Math.floor(255 * (0.2126 * (LINEAR[r] ?? 0) + 0.7152 * (LINEAR[g] ?? 0) + 0.0722 * (LINEAR[b] ?? 0)) + 0.5)

/** Encoded luma 0–255 of encoded R, G, B 0–255: near to how light looks. */
export const lumaOf = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** Encoded luma of a whole crop, one number a pixel: what sharpness is judged by. */
export const lumaPlane = ({ data, width, height }: CropInput): Float32Array => {
  const luma = new Float32Array(width * height)
  for (let pixel = 0, i = 0; pixel < luma.length; pixel += 1, i += 4) {
    luma[pixel] = lumaOf(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0)
  }
  return luma
}

/** How often each value 0–255 occurs. */
export interface Histogram {
  counts: Uint32Array
  total: number
}

export const emptyHistogram = (): Histogram => ({ counts: new Uint32Array(256), total: 0 })

export const count = (histogram: Histogram, value: number): void => {
  histogram.counts[value] = (histogram.counts[value] ?? 0) + 1
  histogram.total += 1
}

export interface FaceLight {
  /** Of linear luminance. */
  linear: Histogram
  /** Of encoded luma. */
  encoded: Histogram
  /** Share of the pixels whose channels are all but equal. */
  greyShare: number
}

/** Channels may differ this much and still be grey: what JPEG and YUV leave of a picture without colour. */
const GREY_TOLERANCE = 3

export const measureLight = (
  { data, width }: CropInput,
  luma: Float32Array,
  face: readonly Span[],
): FaceLight => {
  const [linear, encoded] = [emptyHistogram(), emptyHistogram()]
  let grey = 0
  for (const { y, from, to } of face) {
    for (let pixel = y * width + from; pixel < y * width + to; pixel += 1) {
      const r = data[4 * pixel] ?? 0
      const g = data[4 * pixel + 1] ?? 0
      const b = data[4 * pixel + 2] ?? 0
      count(linear, luminanceOf(r, g, b))
      count(encoded, Math.round(luma[pixel] ?? 0))
      if (Math.max(r, g, b) - Math.min(r, g, b) <= GREY_TOLERANCE) grey += 1
    }
  }
  return { linear, encoded, greyShare: linear.total > 0 ? grey / linear.total : 0 }
}

/** Mean and variance of the values as shares of 255. */
export const meanAndVariance = ({ counts, total }: Histogram): { mean: number; variance: number } => {
  let [sum, squares] = [0, 0]
  counts.forEach((n, value) => {
    sum += n * (value / 255)
    squares += n * (value / 255) ** 2
  })
  const mean = sum / total
  return { mean, variance: Math.max(0, squares / total - mean ** 2) }
}

/** Share of the values from `from` to `to`, both included. */
export const shareWithin = ({ counts, total }: Histogram, from: number, to: number): number =>
  counts.subarray(from, to + 1).reduce((sum, n) => sum + n, 0) / total

/** Shannon entropy in bits. */
export const entropyOf = ({ counts, total }: Histogram): number =>
  counts.reduce((bits, n) => (n > 0 ? bits - (n / total) * Math.log2(n / total) : bits), 0)

/** Smallest value that at least `share` of the values do not exceed. */
export const percentileOf = ({ counts, total }: Histogram, share: number): number => {
  let seen = 0
  return counts.findIndex((n) => {
    seen += n
    return seen >= share * total
  })
}

/** Share that two normalised histograms have in common: 1 alike, 0 nothing. */
export const overlapOf = (a: Histogram, b: Histogram): number =>
  a.counts.reduce((sum, n, value) => sum + Math.min(n / a.total, (b.counts[value] ?? 0) / b.total), 0)
