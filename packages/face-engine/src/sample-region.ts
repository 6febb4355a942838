import type { Box, Pixels } from './pixels.ts'

export interface SampleOptions {
  /** Side of the square to fill. */
  size: number
  /** Subtracted from red, green, blue; what remains is divided by 255. */
  mean: readonly [number, number, number]
  /** Where the crop lies in the square when it is not square itself: in its middle, at its top left, or all over it. */
  placement: 'centre' | 'top-left' | 'stretch'
}

/** How far apart source samples may lie before several are averaged: without it a big picture aliases. */
const MAX_STEP = 1.5

/** Source positions and weights for each output column or row: bilinear, averaged over `taps` sub-positions. */
const axisSamples = (start: number, length: number, outLength: number, limit: number) => {
  const step = length / outLength
  const taps = Math.max(1, Math.ceil(step / MAX_STEP))
  const low = new Int32Array(outLength * taps)
  const high = new Int32Array(outLength * taps)
  const weight = new Float32Array(outLength * taps)
  for (let index = 0; index < outLength; index += 1) {
    for (let tap = 0; tap < taps; tap += 1) {
      const position = Math.min(start + (index + tap / taps) * step, limit - 1)
      const floor = Math.floor(position)
      const at = index * taps + tap
      low[at] = floor
      high[at] = Math.min(floor + 1, limit - 1)
      weight[at] = position - floor
    }
  }
  return { taps, low, high, weight }
}

/**
 * Fills `out` (size × size × 3 floats) with a crop of the picture scaled to fit, black around it, normalized as the
 * models expect. Same geometry as the library's own path (pad to a square, then resize by bilinear sampling without
 * half-pixel centres), so that its models see what they were trained on.
 */
export const sampleRegion = (
  { data, width, height }: Pixels,
  crop: Box,
  { size, mean, placement }: SampleOptions,
  out: Float32Array,
): void => {
  const scale = size / Math.max(crop.width, crop.height)
  const isStretched = placement === 'stretch'
  const outWidth = isStretched ? size : Math.max(1, Math.round(crop.width * scale))
  const outHeight = isStretched ? size : Math.max(1, Math.round(crop.height * scale))
  const left = placement === 'centre' ? Math.floor((size - outWidth) / 2) : 0
  const top = placement === 'centre' ? Math.floor((size - outHeight) / 2) : 0
  const columns = axisSamples(crop.x, crop.width, outWidth, Math.min(width, crop.x + crop.width))
  const rows = axisSamples(crop.y, crop.height, outHeight, Math.min(height, crop.y + crop.height))
  const tapCount = columns.taps * rows.taps
  const gain = 1 / (255 * tapCount)
  const [meanRed, meanGreen, meanBlue] = [mean[0] / 255, mean[1] / 255, mean[2] / 255]

  for (let at = 0; at < out.length; at += 3) {
    out[at] = -meanRed
    out[at + 1] = -meanGreen
    out[at + 2] = -meanBlue
  }
  for (let row = 0; row < outHeight; row += 1) {
    let at = ((top + row) * size + left) * 3
    for (let column = 0; column < outWidth; column += 1) {
      let red = 0
      let green = 0
      let blue = 0
      for (let rowTap = row * rows.taps; rowTap < (row + 1) * rows.taps; rowTap += 1) {
        const upper = (rows.low[rowTap] ?? 0) * width
        const lower = (rows.high[rowTap] ?? 0) * width
        const down = rows.weight[rowTap] ?? 0
        for (let columnTap = column * columns.taps; columnTap < (column + 1) * columns.taps; columnTap += 1) {
          const x0 = columns.low[columnTap] ?? 0
          const x1 = columns.high[columnTap] ?? 0
          const right = columns.weight[columnTap] ?? 0
          const a = (upper + x0) * 3
          const b = (upper + x1) * 3
          const c = (lower + x0) * 3
          const d = (lower + x1) * 3
          const wa = (1 - right) * (1 - down)
          const wb = right * (1 - down)
          const wc = (1 - right) * down
          const wd = right * down
          red += wa * (data[a] ?? 0) + wb * (data[b] ?? 0) + wc * (data[c] ?? 0) + wd * (data[d] ?? 0)
          green +=
            wa * (data[a + 1] ?? 0) +
            wb * (data[b + 1] ?? 0) +
            wc * (data[c + 1] ?? 0) +
            wd * (data[d + 1] ?? 0)
          blue +=
            wa * (data[a + 2] ?? 0) +
            wb * (data[b + 2] ?? 0) +
            wc * (data[c + 2] ?? 0) +
            wd * (data[d + 2] ?? 0)
        }
      }
      out[at] = red * gain - meanRed
      out[at + 1] = green * gain - meanGreen
      out[at + 2] = blue * gain - meanBlue
      at += 3
    }
  }
}
