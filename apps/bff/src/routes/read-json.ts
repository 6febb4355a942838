import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import type * as z from 'zod'

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/**
 * The JSON body of a request, checked. No body counts as `{}`: the official client sends none where every field is
 * optional. @throws AppError CONTENT_TYPE_UNSUPPORTED, REQUEST_MALFORMED, REQUEST_INVALID (one code a mistake)
 */
export const readJson = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const text = await c.req.text()
  if (text !== '' && !JSON_TYPE.test(c.req.header('content-type') ?? '')) {
    throw new AppError('CONTENT_TYPE_UNSUPPORTED')
  }
  return checkInput(text === '' ? {} : parse(text), schema)
}

/** @throws AppError REQUEST_INVALID (one code a mistake) */
export const checkInput = <Schema extends z.ZodType>(input: unknown, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    throw new AppError('REQUEST_INVALID', { errorCodes: toErrorCodes(parsed.error.issues, input) })
  }
  return parsed.data
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('REQUEST_MALFORMED', { cause })
  }
}

/** Checkout's grammar: `{attribute}__{error}` or `{object}__{attribute}__{error}`. */
const toErrorCodes = (issues: readonly z.core.$ZodIssue[], input: unknown): string[] => [
  ...new Set(
    issues.map((issue) => [...issue.path.map(String), toError(issue, valueAt(input, issue.path))].join('__')),
  ),
]

const toError = (issue: z.core.$ZodIssue, value: unknown): string => {
  if (value === undefined) return 'required'
  if (issue.code === 'invalid_type') return 'invalid_type'
  if (issue.code === 'too_big') return 'too_long'
  if (issue.code === 'too_small') return 'too_short'
  return 'invalid_format'
}

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown => {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}
