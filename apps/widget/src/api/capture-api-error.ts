/** Codes of the capture API the flow reacts to; any other is kept as it is. `NETWORK` is ours: no answer came. */
export type CaptureApiCode =
  | 'ATTEMPT_CLOSED'
  | 'CAPTURE_TOKEN_INVALID'
  | 'CHALLENGE_FRAMES_INVALID'
  | 'CHALLENGE_OVER'
  | 'CHALLENGE_REQUIRED'
  | 'CONSENT_REQUIRED'
  | 'IMAGE_TOO_LARGE'
  | 'IMAGE_TYPE_UNSUPPORTED'
  | 'LINK_IN_USE'
  | 'NETWORK'
  | 'PROVIDER_UNAVAILABLE'
  | 'REFERENCE_MISSING'
  | 'UNEXPECTED_ANSWER'
  | 'UPLOAD_REPLACED'

interface CaptureApiErrorOptions {
  retryable: boolean
  requestId?: string
  cause?: unknown
}

/** A call of the capture API that brought no usable answer. Branch on `code`, never on the message. */
export class CaptureApiError extends Error {
  override readonly name = 'CaptureApiError'
  readonly code: CaptureApiCode | (string & {})
  readonly retryable: boolean
  readonly requestId: string | undefined

  constructor(code: CaptureApiCode | (string & {}), { retryable, requestId, cause }: CaptureApiErrorOptions) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.retryable = retryable
    this.requestId = requestId
  }
}
