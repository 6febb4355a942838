import type { AppError } from '@visavis/shared/errors'
import type { Context } from 'hono'

/** RFC 9110 §10.2.3, on whatever is refused for a while only. */
export const setRetryAfter = (c: Context, { retryAfterS }: AppError): void => {
  if (retryAfterS !== undefined) c.header('Retry-After', String(Math.max(1, retryAfterS)))
}
