interface ClipSize {
  /** Even numbers. */
  width: number
  height: number
  /** Frames a second. */
  rate: number
}

/** Raw RGB as planes of 8-bit Y′CbCr 4:2:0 (ITU-R BT.601-7 §2.5), in integers. */
const toPlanes = (rgb: Uint8Array, { width, height }: ClipSize): Buffer => {
  const pixels = width * height
  const planes = Buffer.alloc((pixels * 3) / 2)
  const at = (index: number): number => rgb[index] ?? 0
  for (let pixel = 0, from = 0; pixel < pixels; pixel += 1, from += 3) {
    planes[pixel] = 16 + ((66 * at(from) + 129 * at(from + 1) + 25 * at(from + 2) + 128) >> 8)
  }
  const row = width * 3
  let blue = pixels
  let red = pixels + pixels / 4
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const from = y * row + x * 3
      // Of four pixels.
      const sum = (channel: number): number => {
        const first = from + channel
        return at(first) + at(first + 3) + at(first + row) + at(first + row + 3)
      }
      const [r, g, b] = [sum(0), sum(1), sum(2)]
      planes[blue++] = 128 + ((112 * b - 38 * r - 74 * g + 512) >> 10)
      planes[red++] = 128 + ((112 * r - 94 * g - 18 * b + 512) >> 10)
    }
  }
  return planes
}

/** A film that nobody has to decode: https://wiki.multimedia.cx/index.php/YUV4MPEG2. @param frames raw RGB */
export const toY4m = (frames: readonly Uint8Array[], size: ClipSize): Buffer =>
  Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${size.width} H${size.height} F${size.rate}:1 Ip A1:1 C420mpeg2\n`),
    ...frames.flatMap((frame) => [Buffer.from('FRAME\n'), toPlanes(frame, size)]),
  ])
