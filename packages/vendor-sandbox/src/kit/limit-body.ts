import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { MAX_JSON_BODY_BYTES } from './picture.ts'

/** Refuses a larger body with the vendor's own error, before it is read. */
export const limitBody = (error: () => Error, maxSize = MAX_JSON_BODY_BYTES): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw error()
    },
  })
