import { toFieldError } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import type * as z from 'zod'

/**
 * The query of a request, checked. All of it comes as text, so whatever is wrong with a value is its format.
 * @throws AppError REQUEST_INVALID
 */
export const readQuery = <Schema extends z.ZodObject>(c: Context, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(c.req.query())
  if (parsed.success) return parsed.data
  const names = new Set(parsed.error.issues.map(({ path: [name] }) => String(name)))
  throw new AppError('REQUEST_INVALID', {
    errorCodes: [...names].map((name) => toFieldError([name], 'invalid_format')),
  })
}
