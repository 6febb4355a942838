import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'

const NOT_BASE64 = /[^A-Za-z0-9+/]/
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

/** `Buffer.from` skips what is not base64; a picture that lost characters on the way must not pass for one. */
const decodeBase64 = (value: string): Uint8Array | undefined => {
  const text = value
    .replace(DATA_URL_PREFIX, '')
    .replace(/[\r\n]+/g, '')
    .replace(/={1,2}$/, '')
  if (text === '' || text.length % 4 === 1 || NOT_BASE64.test(text)) return undefined
  return Buffer.from(text, 'base64')
}
