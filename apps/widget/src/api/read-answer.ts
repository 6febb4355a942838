import type { CaptureError, CaptureSession, Next } from '@visavis/shared/capture-api'
import { CaptureApiError } from './capture-api-error.ts'

/** Small guards instead of the schemas: zod alone would be a sixth of the page's budget. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isNext = (value: unknown): value is Next => {
  if (!isRecord(value)) return false
  switch (value.next) {
    case 'capture':
    case 'turn':
    case 'wait':
    case 'done':
      return true
    case 'retry':
      return Array.isArray(value.reasons) && value.reasons.length > 0
    case 'redirect':
    case 'frame':
      return typeof value.url === 'string'
    case 'vendor_sdk':
      return isRecord(value.options)
    default:
      return false
  }
}

const LINKS: readonly unknown[] = ['open', 'used', 'expired', 'replaced'] satisfies CaptureSession['link'][]

export const isCaptureSession = (value: unknown): value is CaptureSession =>
  isRecord(value) &&
  LINKS.includes(value.link) &&
  isNext(value.next) &&
  typeof value.partner_name === 'string' &&
  typeof value.consent_given === 'boolean' &&
  typeof value.max_image_bytes === 'number' &&
  isRecord(value.theme) &&
  isRecord(value.copy) &&
  isRecord(value.engine) &&
  Array.isArray(value.engine.files)

const isCaptureError = (value: unknown): value is CaptureError =>
  isRecord(value) && typeof value.code === 'string' && typeof value.retryable === 'boolean'

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's HTML page; the status decides what becomes of it.
    return undefined
  }
}

export interface HttpAnswer {
  status: number
  text: string
  /** For the next proof. */
  nonce?: string | null | undefined
}

/** What the body holds. @throws CaptureApiError with the API's code, or `UNEXPECTED_ANSWER` */
export const readAnswer = <T>(
  { status, text }: HttpAnswer,
  isExpected: (value: unknown) => value is T,
): T => {
  const body = parseJson(text)
  if (status >= 200 && status < 300 && isExpected(body)) return body
  if (isCaptureError(body)) {
    throw new CaptureApiError(body.code, { retryable: body.retryable, requestId: body.requestId })
  }
  // Gateways answer 413, 429 and 5xx with pages of their own (RFC 9110 §15.5.14, §15.6).
  if (status === 413) throw new CaptureApiError('IMAGE_TOO_LARGE', { retryable: false })
  throw new CaptureApiError('UNEXPECTED_ANSWER', { retryable: status === 429 || status >= 500 })
}
