import sharp from 'sharp'
import { openUpright } from './decode-image.ts'
import type { FrameRows } from './frame-rows.ts'
import { readImageHeader } from './image-header.ts'

/** Longest sides of a frame in the strip: large enough for a person to see a face and how it turns. */
const CELL = { width: 320, height: 240 }
const QUALITY = 80
const GROUND = { r: 24, g: 24, b: 24 }

interface Cell {
  input: Buffer
  raw: { width: number; height: number; channels: 3 }
}

/** `undefined`: it cannot be read, and its place stays empty. */
const toCell = async (frame: Uint8Array): Promise<Cell | undefined> => {
  const header = readImageHeader(frame)
  if (typeof header === 'string') return undefined
  try {
    const { data, info } = await openUpright(frame, header)
      .resize(CELL.width, CELL.height, { fit: 'inside', withoutEnlargement: true })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { input: data, raw: { width: info.width, height: info.height, channels: 3 } }
  } catch {
    return undefined
  }
}

/**
 * One picture of all frames, a row each for what belongs together, in the order they were given.
 * @returns a JPEG; `null` where no frame can be read
 */
export const makeFilmstrip = async ({ bytes, lengths }: FrameRows): Promise<Uint8Array | null> => {
  const cells: (Cell & { row: number; column: number })[] = []
  let start = 0
  for (const [row, own] of lengths.entries()) {
    for (const [column, length] of own.entries()) {
      const cell = await toCell(bytes.subarray(start, start + length))
      if (cell) cells.push({ ...cell, row, column })
      start += length
    }
  }
  if (cells.length === 0) return null
  const width = Math.max(...cells.map(({ raw }) => raw.width))
  const height = Math.max(...cells.map(({ raw }) => raw.height))
  const strip = await sharp({
    create: {
      width: width * Math.max(...lengths.map((own) => own.length)),
      height: height * lengths.length,
      channels: 3,
      background: GROUND,
    },
  })
    .composite(
      cells.map(({ row, column, ...cell }) => ({ ...cell, left: column * width, top: row * height })),
    )
    .jpeg({ quality: QUALITY })
    .toBuffer()
  return new Uint8Array(strip)
}
