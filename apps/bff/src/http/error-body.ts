import type { CaptureError } from '@visavis/shared/capture-api'
import type { AppError } from '@visavis/shared/errors'

/** Where the page is that explains every code. */
export interface ErrorDocsDeps {
  errorDocsUrl: string
}

/** Body of the partner API, and of every address that is neither API's. */
export const toPartnerError = (error: AppError, requestId: string, { errorDocsUrl }: ErrorDocsDeps) => ({
  request_id: requestId,
  error_type: error.type,
  error_codes: error.errorCodes,
  message: error.message,
  doc_url: error.toDocUrl(errorDocsUrl),
})

/** Body of the capture API. */
export const toCaptureError = (error: AppError, requestId: string, { errorDocsUrl }: ErrorDocsDeps) => {
  const { code, message, retryable } = error
  return {
    code,
    message,
    requestId,
    retryable,
    doc_url: error.toDocUrl(errorDocsUrl),
  } satisfies CaptureError
}
