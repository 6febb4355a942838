import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'

/**
 * Nothing here unpacks bodies: read as they come, they would be taken for broken JSON.
 * @throws AppError CONTENT_ENCODING_UNSUPPORTED, with `Accept-Encoding` (RFC 9110 §15.5.16)
 */
export const refuseEncoded = createMiddleware(async (c, next) => {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? ''
  if (encoding !== '' && encoding !== 'identity') {
    c.header('Accept-Encoding', 'identity')
    throw new AppError('CONTENT_ENCODING_UNSUPPORTED')
  }
  await next()
})
