import { AppError, type ErrorCode } from '@visavis/shared/errors'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** Enough for everything that a page of ours posts, pictures aside. */
export const MAX_SMALL_BODY_BYTES = 4096

/** An error of ours, or an answer of another kind. */
export type TooLarge = ErrorCode | ((c: Context) => Response)

/**
 * Stops bodies that are larger, announced or not. What is announced (RFC 9112 §6.3) is not looked at: Hono's own limit
 * asks for the body first, and then Node's request is read through a web stream ever after.
 */
export const limitBody = (maxBytes: number, tooLarge: TooLarge = 'BODY_TOO_LARGE'): MiddlewareHandler => {
  const refuse = (c: Context): Response => {
    if (typeof tooLarge === 'function') return tooLarge(c)
    throw new AppError(tooLarge)
  }
  const count = bodyLimit({ maxSize: maxBytes, onError: refuse })
  return async (c, next) => {
    const announced = c.req.header('content-length')
    if (announced === undefined || c.req.header('transfer-encoding') !== undefined) return count(c, next)
    if (Number(announced) > maxBytes) return refuse(c)
    return next()
  }
}
