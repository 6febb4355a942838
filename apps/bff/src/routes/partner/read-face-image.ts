import { AppError } from '@visavis/shared/errors'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { addFaceSchema } from '@visavis/shared/partner-api'
import type { Context } from 'hono'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'

const NOT_BASE64 = /[^A-Za-z0-9+/]/
const DATA_URL_PREFIX = /^data:[^,]{0,100};base64,/

/**
 * The picture of a face upload: `image` as base64 in JSON, or as a part of `multipart/form-data`.
 * @throws AppError CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED, REQUEST_INVALID, IMAGE_TOO_LARGE
 */
export const readFaceImage = async (c: Context<PartnerEnv>): Promise<Uint8Array> => {
  const contentType = c.req.header('content-type')?.toLowerCase() ?? ''
  const image = contentType.startsWith('multipart/form-data')
    ? await readPart(c)
    : contentType.startsWith('application/json')
      ? await readBase64(c)
      : undefined
  if (!image) throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  if (image.byteLength > MAX_IMAGE_BYTES) throw new AppError('IMAGE_TOO_LARGE')
  return image
}

const readPart = async (c: Context<PartnerEnv>): Promise<Uint8Array> => {
  const form = await c.req.formData().catch((cause) => {
    throw new AppError('REQUEST_MALFORMED', { cause })
  })
  const part = form.get('image')
  if (part === null) throw new AppError('REQUEST_INVALID', { errorCodes: ['image__required'] })
  if (typeof part === 'string') return decodeBase64(part)
  return new Uint8Array(await part.arrayBuffer())
}

const readBase64 = async (c: Context<PartnerEnv>): Promise<Uint8Array> =>
  decodeBase64((await readJson(c, addFaceSchema)).image)

/** `Buffer.from` skips what is not base64; a picture that lost characters on the way must not pass for one. */
const decodeBase64 = (value: string): Uint8Array => {
  const text = value
    .replace(DATA_URL_PREFIX, '')
    .replace(/[\r\n]+/g, '')
    .replace(/={1,2}$/, '')
  if (text === '' || text.length % 4 === 1 || NOT_BASE64.test(text)) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['image__invalid_format'] })
  }
  return Buffer.from(text, 'base64')
}
