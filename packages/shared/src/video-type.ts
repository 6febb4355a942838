export type VideoMediaType = 'video/mp4' | 'video/webm'

/** ISO/IEC 14496-12 §4.3: the first box names the file's type, behind its own length. */
const FTYP = [0x66, 0x74, 0x79, 0x70]
const FTYP_AT = 4

/** RFC 8794 §11.2.1: the header of every EBML file; that it is WebM stands in its DocType. */
const EBML = [0x1a, 0x45, 0xdf, 0xa3]
const DOC_TYPE = [0x42, 0x82, 0x84, ...new TextEncoder().encode('webm')]
/** The header is far shorter. */
const DOC_TYPE_WITHIN = 128

const isAt = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte)

/** The container by the first bytes; what a client claims is never looked at, and nothing in it is decoded. */
export const sniffVideoType = (bytes: Uint8Array): VideoMediaType | undefined => {
  if (isAt(bytes, FTYP_AT, FTYP)) return 'video/mp4'
  if (!isAt(bytes, 0, EBML)) return undefined
  for (let at = EBML.length; at < Math.min(bytes.byteLength, DOC_TYPE_WITHIN); at += 1) {
    if (isAt(bytes, at, DOC_TYPE)) return 'video/webm'
  }
  return undefined
}
