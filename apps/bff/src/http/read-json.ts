import { toFieldError } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { toErrorCodes } from '@visavis/shared/to-error-codes'
import type { Context } from 'hono'
import type * as z from 'zod'
import { parseJson } from './parse-json.ts'

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/**
 * The JSON body of a request, checked. No body counts as `{}`: the official client sends none where every field is
 * optional. @throws AppError CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED, JSON_TOO_DEEP, REQUEST_INVALID
 * (one code a mistake)
 */
export const readJson = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const text = await c.req.text()
  if (text !== '' && !JSON_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  }
  const input = text === '' ? {} : parseJson(text)
  return checkInput(isEmptyList(input) ? {} : input, schema)
}

/** How PHP writes an empty object. */
const isEmptyList = (input: unknown): boolean => Array.isArray(input) && input.length === 0

/** @throws AppError REQUEST_INVALID (one code a mistake) */
export const checkInput = <Schema extends z.ZodType>(input: unknown, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    throw new AppError('REQUEST_INVALID', { errorCodes: toErrorCodes(parsed.error.issues, input) })
  }
  const path = findNul(parsed.data)
  if (path) throw new AppError('REQUEST_INVALID', { errorCodes: [toFieldError(path, 'invalid_format')] })
  return parsed.data
}

/** Where there is a NUL: JSON allows it, PostgreSQL's text does not (its manual, §8.3). */
const findNul = (value: unknown): string[] | undefined => {
  if (typeof value === 'string') return value.includes('\0') ? [] : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, part] of Object.entries(value)) {
    const path = findNul(part)
    if (path) return [name, ...path]
  }
  return undefined
}
