import type { FieldError } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../providers/call-provider.ts'
import { ProviderError } from '../../providers/provider-error.ts'
import type { FaceProvider } from '../../providers/types.ts'

/** What the answer calls the request that the vendor refused: `vendor__refused`. */
type Asked = 'vendor' | 'at_vendor'

/**
 * One call that changes or reads what a vendor keeps. A vendor that is down may be asked again; one that says no will
 * say it again, so that is told as what it is. @throws AppError REQUEST_INVALID, VENDOR_ACCESS_REFUSED, NOT_FOUND,
 *   FACE_STATUS_CONFLICT, PROVIDER_UNAVAILABLE
 */
export const callVendor = async <T>(
  provider: FaceProvider,
  call: (signal: AbortSignal) => Promise<T>,
  asked: Asked = 'vendor',
): Promise<T> => {
  try {
    return await callProvider(provider, call)
  } catch (failure) {
    const cause = failure instanceof AppError ? failure.cause : failure
    throw (cause instanceof ProviderError && toRefusal(cause, asked)) || failure
  }
}

/** `undefined`: nothing that stays so. */
const toRefusal = (cause: ProviderError, asked: Asked): AppError | undefined => {
  if (cause.kind === 'unauthorized') {
    const error = cause.status === 403 ? 'permission_missing' : 'credentials_refused'
    return new AppError('VENDOR_ACCESS_REFUSED', { errorCodes: [`${asked}__${error}` as const], cause })
  }
  if (cause.kind !== 'rejected') return undefined
  // There is nothing of ours yet that could be gone or stand in the way.
  if (asked === 'at_vendor') return refuse('REQUEST_INVALID', 'at_vendor__refused', cause)
  if (cause.status === 404) return refuse('NOT_FOUND', 'vendor__face_not_found', cause)
  if (cause.status === 409) return refuse('FACE_STATUS_CONFLICT', 'vendor__status_conflict', cause)
  return refuse('REQUEST_INVALID', 'vendor__refused', cause)
}

const refuse = (
  code: 'REQUEST_INVALID' | 'NOT_FOUND' | 'FACE_STATUS_CONFLICT',
  error: FieldError,
  cause: Error,
) => new AppError(code, { errorCodes: [error], cause })
