import sharp from 'sharp'

/** Channels differ by so much at most from one pixel of the wall to the next; light falls off slowly, a person does not. */
const SIMILAR = 6
/** And by so much from the wall at the top; in their colour by less: skin may be as light as the wall. */
const SAME_WALL = 48
const SAME_COLOUR = 12
/** Hair mixes with the wall so far inwards. */
const FRINGE = 2

interface Cut {
  /** Opaque where the person is. */
  person: { data: Uint8ClampedArray; width: number; height: number }
  /** Red, green and blue of the wall at the top. */
  wall: readonly [number, number, number]
}

/** A portrait before a plain wall: the wall becomes transparent, from the top edge as far as it goes. */
export const cutFromBackground = async (portrait: Uint8Array): Promise<Cut> => {
  const { data, info } = await sharp(portrait).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const at = (pixel: number, channel: number): number => data[4 * pixel + channel] ?? 0
  const away = (a: number, b: number): number =>
    (Math.abs(at(a, 0) - at(b, 0)) + Math.abs(at(a, 1) - at(b, 1)) + Math.abs(at(a, 2) - at(b, 2))) / 3
  const warmth = (pixel: number): number => at(pixel, 0) - at(pixel, 2)
  const isWall = new Uint8Array(width * height)
  const open: number[] = []
  const take = (pixel: number) => {
    isWall[pixel] = 1
    open.push(pixel)
  }
  take(0)
  take(width - 1)
  while (open.length > 0) {
    const pixel = open.pop() ?? 0
    const x = pixel % width
    const neighbours = [x > 0 ? pixel - 1 : -1, x < width - 1 ? pixel + 1 : -1, pixel - width, pixel + width]
    for (const next of neighbours) {
      if (next < 0 || next >= width * height || isWall[next]) continue
      const isNear = away(pixel, next) <= SIMILAR && away(next, 0) <= SAME_WALL
      if (isNear && Math.abs(warmth(next) - warmth(0)) <= SAME_COLOUR) take(next)
    }
  }
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (!isWall[pixel]) continue
    for (let dy = -FRINGE; dy <= FRINGE; dy += 1) {
      for (let dx = -FRINGE; dx <= FRINGE; dx += 1) {
        const near = pixel + dy * width + dx
        if (near >= 0 && near < width * height) data[4 * near + 3] = 0
      }
    }
  }
  const person = { data: new Uint8ClampedArray(data), width, height }
  return { person, wall: [at(0, 0), at(0, 1), at(0, 2)] }
}
