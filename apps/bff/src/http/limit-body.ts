import { AppError, type ErrorCode } from '@visavis/shared/errors'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** Enough for everything that a page of ours posts, pictures aside. */
export const MAX_SMALL_BODY_BYTES = 4096

/** An error of ours, or an answer of another kind. */
export type TooLarge = ErrorCode | ((c: Context) => Response)

/** Stops bodies that are larger, announced or not. */
export const limitBody = (maxBytes: number, tooLarge: TooLarge = 'BODY_TOO_LARGE') =>
  bodyLimit({
    maxSize: maxBytes,
    onError: (c) => {
      if (typeof tooLarge === 'function') return tooLarge(c)
      throw new AppError(tooLarge)
    },
  })
