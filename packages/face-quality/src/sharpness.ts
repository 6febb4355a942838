import type { Point, Size } from './frame-types.ts'
import { convexHull, spansOf } from './hull.ts'

/** One number a pixel, row by row. */
export interface Plane extends Size {
  values: Float32Array
}

export interface Sharpness {
  /** Variance of the Laplacian (4 neighbours). */
  laplacian: number
  /** Mean squared Sobel gradient. */
  tenengrad: number
  /**
   * Variance of the Laplacian in relation to the variance of the values. Light and skin tone scale both alike,
   * so that a dark face is not called blurry; 0 where there is no contrast to be sharp.
   */
  detail: number
}

/** Edges are compared at this distance between the eyes, so that coming nearer does not look like blur. */
export const SHARPNESS_INTER_EYE_PX = 64

/** Variance of luma below which a face shows nothing but noise. */
const LEAST_CONTRAST = 1

/** Which values, with which weights, make up each of `target` equal parts of `length` values. */
const partsOf = (length: number, target: number) => {
  const step = length / target
  const width = Math.ceil(step) + 1
  const first = new Int32Array(target)
  const weights = new Float32Array(target * width)
  for (let i = 0; i < target; i += 1) {
    const [begin, end] = [i * step, (i + 1) * step]
    const start = Math.min(Math.floor(begin), length - 1)
    first[i] = start
    for (let k = 0; k < width && start + k < length; k += 1) {
      weights[i * width + k] = Math.max(0, Math.min(end, start + k + 1) - Math.max(begin, start + k)) / step
    }
  }
  return { first, weights, width }
}

/** The plane at a smaller size, each value the mean of the area it stands for. */
export const shrink = (plane: Plane, { width, height }: Size): Plane => {
  const across = partsOf(plane.width, width)
  const rows = new Float32Array(width * plane.height)
  for (let y = 0; y < plane.height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const start = y * plane.width + (across.first[x] ?? 0)
      let sum = 0
      for (let k = 0; k < across.width; k += 1) {
        sum += (across.weights[x * across.width + k] ?? 0) * (plane.values[start + k] ?? 0)
      }
      rows[y * width + x] = sum
    }
  }
  const down = partsOf(plane.height, height)
  const values = new Float32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let k = 0; k < down.width; k += 1) {
      const weight = down.weights[y * down.width + k] ?? 0
      const start = ((down.first[y] ?? 0) + k) * width
      if (weight === 0) continue
      for (let x = 0; x < width; x += 1) {
        values[y * width + x] = (values[y * width + x] ?? 0) + weight * (rows[start + x] ?? 0)
      }
    }
  }
  return { width, height, values }
}

/**
 * Edges of the luma inside `outline` (pixels of the plane), after the plane is shrunk to
 * `SHARPNESS_INTER_EYE_PX`. A smaller face is taken as it is: enlarging adds no detail.
 */
export const measureSharpness = (plane: Plane, outline: readonly Point[], interEye: number): Sharpness => {
  const scale = SHARPNESS_INTER_EYE_PX / interEye
  const size = {
    width: Math.max(1, Math.round(plane.width * scale)),
    height: Math.max(1, Math.round(plane.height * scale)),
  }
  const { width, height, values } = scale < 1 ? shrink(plane, size) : plane
  const hull = convexHull(outline).map(({ x, y }) => ({
    x: (x * width) / plane.width,
    y: (y * height) / plane.height,
  }))
  let n = 0
  let laplace = 0
  let laplace2 = 0
  let gradient2 = 0
  let sum = 0
  let sum2 = 0
  for (const { y, from, to } of spansOf(hull, { width, height })) {
    if (y < 1 || y >= height - 1) continue
    for (let x = Math.max(1, from); x < Math.min(width - 1, to); x += 1) {
      const here = y * width + x
      const above = here - width
      const below = here + width
      const value = values[here] ?? 0
      const west = values[here - 1] ?? 0
      const east = values[here + 1] ?? 0
      const north = values[above] ?? 0
      const south = values[below] ?? 0
      const northWest = values[above - 1] ?? 0
      const northEast = values[above + 1] ?? 0
      const southWest = values[below - 1] ?? 0
      const southEast = values[below + 1] ?? 0
      const l = west + east + north + south - 4 * value
      const gx = northEast + 2 * east + southEast - northWest - 2 * west - southWest
      const gy = southWest + 2 * south + southEast - northWest - 2 * north - northEast
      n += 1
      laplace += l
      laplace2 += l * l
      gradient2 += gx * gx + gy * gy
      sum += value
      sum2 += value * value
    }
  }
  if (n === 0) return { laplacian: 0, tenengrad: 0, detail: 0 }
  const laplacian = Math.max(0, laplace2 / n - (laplace / n) ** 2)
  const contrast = sum2 / n - (sum / n) ** 2
  return { laplacian, tenengrad: gradient2 / n, detail: contrast < LEAST_CONTRAST ? 0 : laplacian / contrast }
}
