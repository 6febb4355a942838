import type { Pixels } from './pixels.ts'

/** Means of brightness, rows from the top: 16 rows of 16 differences between neighbours make 256 bits. */
const PRINT_SIZE = { width: 17, height: 16 } as const

/** The upright picture at 17 × 16 pixels of grey: what survives when it is encoded again. */
export const toCoarsePrint = ({ data, width, height }: Pixels): Uint8Array => {
  const columns = PRINT_SIZE.width
  const sums = new Float64Array(columns * PRINT_SIZE.height)
  const counts = new Uint32Array(sums.length)
  const columnOf = Uint8Array.from({ length: width }, (_, x) => Math.floor((x * columns) / width))
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = Math.floor((y * PRINT_SIZE.height) / height) * columns
    for (let x = 0; x < width; x += 1, at += 3) {
      const cell = row + (columnOf[x] ?? 0)
      // Rec. ITU-R BT.601, in 256ths.
      const luma = 77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)
      sums[cell] = (sums[cell] ?? 0) + luma
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return Uint8Array.from(sums, (sum, cell) => Math.round(sum / (counts[cell] || 1) / 256))
}
