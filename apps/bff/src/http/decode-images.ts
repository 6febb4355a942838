import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'

const DATA_URL_PREFIX = /^data:[^,]{0,100};base64,/

/**
 * Pictures of a body by the attributes they came in, base64 (RFC 4648 §4) with or without a `data:` prefix.
 * @throws AppError REQUEST_INVALID naming each that is not, IMAGE_TOO_LARGE
 */
export const decodeImages = <Attribute extends string>(
  encoded: Readonly<Record<Attribute, string>>,
): Record<Attribute, Uint8Array> => {
  const decoded = Object.entries<string>(encoded).map(([name, text]) => [name, decodeBase64(text)] as const)
  const wrong = decoded.filter(([, image]) => !image).map(([name]) => `${name}__invalid_format` as const)
  if (wrong.length > 0) throw new AppError('REQUEST_INVALID', { errorCodes: wrong })
  if (decoded.some(([, image]) => image && image.byteLength > MAX_IMAGE_BYTES)) {
    throw new AppError('IMAGE_TOO_LARGE')
  }
  return Object.fromEntries(decoded) as Record<Attribute, Uint8Array>
}

/**
 * `Buffer.from` skips what is not base64; a picture that lost characters on the way must not pass for one. What was
 * skipped is missing in the bytes: to count them takes nothing, to look at each character the longest of all of a picture.
 */
const decodeBase64 = (value: string): Uint8Array | undefined => {
  const text = value
    .replace(DATA_URL_PREFIX, '')
    .replace(/[\r\n]+/g, '')
    .replace(/={1,2}$/, '')
  if (text === '' || text.length % 4 === 1 || isTakenForOthers(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.byteLength === Math.floor((text.length * 3) / 4) ? bytes : undefined
}

/** `Buffer.from` reads base64url (RFC 4648 §5) as well, and of characters beyond ASCII the low byte. */
const isTakenForOthers = (text: string): boolean =>
  text.includes('-') || text.includes('_') || Buffer.byteLength(text) !== text.length
