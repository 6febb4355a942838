export type ImageMediaType = 'image/jpeg' | 'image/png'

const JPEG_SOI = [0xff, 0xd8, 0xff]
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Bytes needed before `sniffImageType` can tell. */
export const SNIFF_BYTES = PNG_SIGNATURE.length

/** The type by the first bytes (ITU-T T.81 B.1.1.3; PNG §5.2); what a client claims is never looked at. */
export const sniffImageType = (bytes: Uint8Array): ImageMediaType | undefined => {
  if (JPEG_SOI.every((byte, index) => bytes[index] === byte)) return 'image/jpeg'
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return 'image/png'
  return undefined
}
