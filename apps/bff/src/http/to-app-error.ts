import { AppError } from '@visavis/shared/errors'
import { HTTPException } from 'hono/http-exception'

/** Any failure as one of our codes; what we did not foresee is INTERNAL_ERROR with the failure as its cause. */
export const toAppError = (failure: unknown): AppError => {
  if (failure instanceof AppError) return failure
  if (failure instanceof HTTPException) {
    if (failure.status === 403) return new AppError('ORIGIN_REFUSED', { cause: failure })
    if (failure.status === 413) return new AppError('BODY_TOO_LARGE', { cause: failure })
    if (failure.status < 500) return new AppError('REQUEST_MALFORMED', { cause: failure })
  }
  return new AppError('INTERNAL_ERROR', { cause: failure })
}
