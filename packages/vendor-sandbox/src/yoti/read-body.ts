import type * as z from 'zod'
import { decodeBase64, judgePicture } from '../kit/index.ts'
import type { YotiContext } from './caller.ts'
import { YotiError } from './yoti-error.ts'

/** The JSON of a request that is signed already. @throws YotiError PAYLOAD_VALIDATION with what is wrong */
export const readBody = async <Schema extends z.ZodType>(
  c: YotiContext,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const text = await c.req.text()
  const parsed = schema.safeParse(parseJson(text === '' ? '{}' : text))
  if (parsed.success) return parsed.data
  throw new YotiError(
    'PAYLOAD_VALIDATION',
    parsed.error.issues.map(({ path, message }) => ({ property: path.join('.'), message })),
  )
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new YotiError('PAYLOAD_VALIDATION')
  }
}

/** @throws YotiError PAYLOAD_VALIDATION naming `property`. Limits of this product are not published: ours hold. */
export const assertPicture = (bytes: Uint8Array | undefined, property: string): Uint8Array => {
  const problem = bytes ? judgePicture(bytes) : 'no base64'
  if (bytes && problem === undefined) return bytes
  throw new YotiError('PAYLOAD_VALIDATION', [{ property, message: problem ?? '' }])
}

export const readBase64Picture = (data: string): Uint8Array => assertPicture(decodeBase64(data), 'face.data')
