export type PhotoKind = 'jpeg' | 'png' | 'heic' | 'gif' | 'webp' | 'pdf' | 'unknown'

export interface PhotoHeader {
  kind: PhotoKind
  /** Pixels the header declares; null when it does not say. */
  pixels: number | null
}

const ascii = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length))

/** ISO/IEC 23008-12 §10.2 brands, and AVIF's. */
const HEIF_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'])

const kindOf = (bytes: Uint8Array): PhotoKind => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif'
  if (ascii(bytes, 0, 4) === '%PDF') return 'pdf'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp'
  if (ascii(bytes, 4, 4) === 'ftyp' && HEIF_BRANDS.has(ascii(bytes, 8, 4))) return 'heic'
  return 'unknown'
}

const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Walks the segments up to the frame header (ITU-T T.81 §B.1.1). */
const jpegPixels = (view: DataView): number | null => {
  let offset = 2
  while (offset + 9 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1)
    if (marker === 0xff) offset += 1
    else if (isStartOfFrame(marker)) return view.getUint16(offset + 5) * view.getUint16(offset + 7)
    else offset += 2 + view.getUint16(offset + 2)
  }
  return null
}

/** What a file is, by its bytes. `start`: its first 512 kB or so; camera metadata comes before the JPEG's size. */
export const readPhotoHeader = (start: Uint8Array): PhotoHeader => {
  const kind = kindOf(start)
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength)
  if (kind === 'jpeg') return { kind, pixels: jpegPixels(view) }
  // PNG §11.2.1: IHDR is the first chunk.
  if (kind === 'png') {
    return { kind, pixels: start.length >= 24 ? view.getUint32(16) * view.getUint32(20) : null }
  }
  return { kind, pixels: null }
}
