import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Small files that cost a decoder minutes, made by code. */

const toChunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

/** A PNG of one column and 40 million rows. */
export const createColumnPng = (): Buffer => {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 8, 0, 0, 0, 0])
  header.writeUInt32BE(40_000_000, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    toChunk('IHDR', header),
    toChunk('IDAT', deflateSync(Buffer.alloc(80_000_000))),
    toChunk('IEND', new Uint8Array()),
  ])
}

const SIDE = 6320
const END = Buffer.from([0xff, 0xd9])

/** A progressive JPEG of 6320 × 6320 whose last scan comes `scans` times. */
export const createScanJpeg = async (scans: number): Promise<Buffer> => {
  const flat = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background: '#a98' } })
  const picture = await flat.jpeg({ progressive: true }).toBuffer()
  const last = picture.subarray(picture.lastIndexOf(Buffer.from([0xff, 0xda])), -END.length)
  return Buffer.concat([picture.subarray(0, -END.length), ...Array.from({ length: scans }, () => last), END])
}
