import type { ErrorCode } from '@visavis/shared/errors'

/** Of an error. Codes are added over time. */
export type VisavisErrorCode = Lowercase<ErrorCode> | (string & {})

export interface VisavisErrorOptions {
  status: number
  /** `docs/api-errors.md` lists them. Absent: not Visavis answered, but something before it. */
  code?: VisavisErrorCode | undefined
  /** The code, or what is wrong with each field: `redirect_url__required`. */
  errorCodes?: readonly string[]
  docUrl?: string | undefined
  /** For the operator: it stands in the log lines of the request. */
  requestId?: string | undefined
  /** Seconds until the same request may succeed. */
  retryAfterS?: number | undefined
}

/** An answer other than 2xx, after all that may be tried again was; or a web page with any status. */
export class VisavisError extends Error {
  override readonly name = 'VisavisError'
  readonly status: number
  readonly code: VisavisErrorCode | undefined
  readonly errorCodes: readonly string[]
  readonly docUrl: string | undefined
  readonly requestId: string | undefined
  readonly retryAfterS: number | undefined

  constructor(message: string, options: VisavisErrorOptions) {
    super(message)
    this.status = options.status
    this.code = options.code
    this.errorCodes = options.errorCodes ?? []
    this.docUrl = options.docUrl
    this.requestId = options.requestId
    this.retryAfterS = options.retryAfterS
  }
}

/** No answer: the network, the name, the certificate, or the time. `cause` says which. */
export class VisavisConnectionError extends Error {
  override readonly name = 'VisavisConnectionError'
}
