const JPEG = [0xff, 0xd8, 0xff, 0xe0]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Repeated in every picture made here, to be searched for in files that must not hold it. */
export const MARKER = 'A-FACE-IN-THE-CLEAR'

/** `length` bytes that begin like a picture of that type. */
export const fakePicture = (length: number, type: 'jpeg' | 'png' = 'jpeg'): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Buffer.alloc(length, MARKER))
  bytes.set((type === 'png' ? PNG : JPEG).slice(0, length))
  return bytes
}
