import type { Pixels } from './pixels.ts'

/** The picture turned clockwise by so many quarters (1, 2 or 3). */
export const turnPixels = ({ data, width, height }: Pixels, quarters: 1 | 2 | 3): Pixels => {
  const out = new Uint8Array(data.length)
  // From one pixel of a row to the next, and from one row to the next, in the turned picture.
  const newWidth = quarters === 2 ? width : height
  const [start, across, down] = {
    1: [height - 1, newWidth, -1],
    2: [width * height - 1, -1, -width],
    3: [(width - 1) * newWidth, -newWidth, 1],
  }[quarters] as [number, number, number]
  let from = 0
  for (let row = 0; row < height; row += 1) {
    let to = (start + row * down) * 3
    for (let column = 0; column < width; column += 1) {
      out[to] = data[from] ?? 0
      out[to + 1] = data[from + 1] ?? 0
      out[to + 2] = data[from + 2] ?? 0
      from += 3
      to += across * 3
    }
  }
  return { data: out, width: newWidth, height: quarters === 2 ? height : width }
}
