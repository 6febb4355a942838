import { sniffImageType } from '@visavis/shared/image-type'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'

export type PictureProblem = 'empty' | 'too_large' | 'unsupported_type'

/** A JSON body with a picture of 5 MB in it, in bytes: base64 takes four characters for three. */
export const MAX_JSON_BODY_BYTES = 7 * 1024 * 1024

/** JPEG or PNG by the first bytes, at most 5 MB. Whether there is a face in it is the comparer's to say. */
export const judgePicture = (bytes: Uint8Array): PictureProblem | undefined => {
  if (bytes.byteLength === 0) return 'empty'
  if (bytes.byteLength > MAX_IMAGE_BYTES) return 'too_large'
  return sniffImageType(bytes) === undefined ? 'unsupported_type' : undefined
}

/**
 * Base64 (RFC 4648 §4), with or without a `data:` prefix, and with the line breaks of MIME encoders (RFC 2045 §6.8);
 * `undefined`: it is none.
 */
export const decodeBase64 = (text: string): Uint8Array | undefined => {
  const plain = text.replace(/^data:[\w/+.-]+;base64,/, '').replace(/[\r\n]+/g, '')
  // Node takes the alphabet of §5 as well, and skips what belongs to neither: the result is shorter then.
  if (plain === '' || plain.length % 4 !== 0 || plain.includes('-') || plain.includes('_')) return undefined
  const bytes = Buffer.from(plain, 'base64')
  const padding = plain.endsWith('==') ? 2 : plain.endsWith('=') ? 1 : 0
  return bytes.byteLength === (plain.length / 4) * 3 - padding ? new Uint8Array(bytes) : undefined
}
