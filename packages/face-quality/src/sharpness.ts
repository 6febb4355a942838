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

/** Averages areas along one axis: `length` values with `stride` between them become `target`. */
const shrinkLine = (
  from: Float32Array,
  to: Float32Array,
  line: { start: number; stride: number; length: number; toStart: number; toStride: number; target: number },
): void => {
  const step = line.length / line.target
  for (let i = 0; i < line.target; i += 1) {
    const [begin, end] = [i * step, Math.min(line.length, (i + 1) * step)]
    let sum = 0
    for (let j = Math.floor(begin); j < end; j += 1) {
      sum += (Math.min(end, j + 1) - Math.max(begin, j)) * (from[line.start + j * line.stride] ?? 0)
    }
    to[line.toStart + i * line.toStride] = sum / (end - begin)
  }
}

/** The plane at a smaller size, each value the mean of the area it stands for. */
export const shrink = (plane: Plane, { width, height }: Size): Plane => {
  const rows = new Float32Array(width * plane.height)
  for (let y = 0; y < plane.height; y += 1) {
    shrinkLine(plane.values, rows, {
      start: y * plane.width,
      stride: 1,
      length: plane.width,
      toStart: y * width,
      toStride: 1,
      target: width,
    })
  }
  const values = new Float32Array(width * height)
  for (let x = 0; x < width; x += 1) {
    shrinkLine(rows, values, {
      start: x,
      stride: width,
      length: plane.height,
      toStart: x,
      toStride: width,
      target: height,
    })
  }
  return { width, height, values }
}

/**
 * Edges of the luma inside `outline` (pixels of the plane), after the plane is shrunk to
 * `SHARPNESS_INTER_EYE_PX`. A smaller face is taken as it is: enlarging adds no detail.
 */
export const measureSharpness = (plane: Plane, outline: readonly Point[], interEye: number): Sharpness => {
  const scale = Math.min(1, SHARPNESS_INTER_EYE_PX / interEye)
  const size = {
    width: Math.max(1, Math.round(plane.width * scale)),
    height: Math.max(1, Math.round(plane.height * scale)),
  }
  const { width, height, values } = scale < 1 ? shrink(plane, size) : plane
  const hull = convexHull(outline).map(({ x, y }) => ({
    x: (x * width) / plane.width,
    y: (y * height) / plane.height,
  }))
  let [n, laplace, laplace2, gradient2, sum, sum2] = [0, 0, 0, 0, 0, 0]
  for (const { y, from, to } of spansOf(hull, { width, height })) {
    if (y < 1 || y >= height - 1) continue
    for (let x = Math.max(1, from); x < Math.min(width - 1, to); x += 1) {
      const at = (dx: number, dy: number) => values[(y + dy) * width + x + dx] ?? 0
      const value = at(0, 0)
      const l = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) - 4 * value
      const gx = at(1, -1) + 2 * at(1, 0) + at(1, 1) - at(-1, -1) - 2 * at(-1, 0) - at(-1, 1)
      const gy = at(-1, 1) + 2 * at(0, 1) + at(1, 1) - at(-1, -1) - 2 * at(0, -1) - at(1, -1)
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
