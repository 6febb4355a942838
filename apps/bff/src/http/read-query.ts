import { toFieldError } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'
import type * as z from 'zod'

/**
 * The query of a request, checked. All of it comes as text, so whatever is wrong with a value is its format.
 * @throws AppError REQUEST_INVALID; where the schema is strict also for names that nobody reads
 */
export const readQuery = <Schema extends z.ZodObject>(c: Context, schema: Schema): z.output<Schema> => {
  const parsed = schema.safeParse(c.req.query())
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => toFieldError([name], 'unknown'))
      : [toFieldError(issue.path.slice(0, 1), 'invalid_format')],
  )
  throw new AppError('REQUEST_INVALID', { errorCodes: [...new Set(mistakes)] })
}
