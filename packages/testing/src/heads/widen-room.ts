import type { Raster } from './raster.ts'

/** The room with its mirror image at both sides, for a camera that looks around. */
export const widenRoom = ({ data, width, height }: Raster): Raster => {
  const own = new Uint32Array(data.buffer, data.byteOffset, width * height)
  const wide = new Uint32Array(3 * width * height)
  for (let y = 0; y < height; y += 1) {
    const row = own.subarray(y * width, (y + 1) * width)
    const mirrored = row.toReversed()
    wide.set(mirrored, 3 * y * width)
    wide.set(row, (3 * y + 1) * width)
    wide.set(mirrored, (3 * y + 2) * width)
  }
  return { data: new Uint8ClampedArray(wide.buffer), width: 3 * width, height }
}
