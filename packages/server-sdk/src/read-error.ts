import { type HTTPError, isHTTPError, isNetworkError, isTimeoutError } from 'ky'
import type { components } from './partner-api.ts'
import { VisavisConnectionError, VisavisError } from './visavis-error.ts'

type PartnerErrorBody = components['schemas']['Error']

/** RFC 6749 §5.2: what the token endpoint answers with. */
interface TokenErrorBody {
  error: string
  error_description?: string
  error_uri?: string
}

const isObject = (data: unknown): data is object => typeof data === 'object' && data !== null
const isPartnerError = (data: unknown): data is PartnerErrorBody =>
  isObject(data) && 'error_codes' in data && Array.isArray(data.error_codes)
const isTokenError = (data: unknown): data is TokenErrorBody =>
  isObject(data) && 'error' in data && typeof data.error === 'string'

/** Seconds or a date, RFC 9110 §10.2.3. */
export const readRetryAfterS = (headers: Headers): number | undefined => {
  const text = headers.get('retry-after')
  if (text === null) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000))
}

/** `doc_url` names the code; `error_codes` says what is wrong with each field where a field is. */
export const readCode = (data: unknown): string | undefined => {
  if (isTokenError(data)) return data.error
  if (!isPartnerError(data)) return undefined
  return URL.parse(data.doc_url ?? '')?.hash.slice(1) || data.error_codes[0]
}

/** Without what was asked for: that is somebody's. */
export const toWhere = ({ method, url }: Request): string => `${method} ${new URL(url).pathname}`

const toVisavisError = ({ request, response, data }: HTTPError): VisavisError => {
  const { status, headers } = response
  const where = `${toWhere(request)}: ${status}`
  const common = {
    status,
    code: readCode(data),
    requestId: headers.get('cko-request-id') ?? undefined,
    retryAfterS: readRetryAfterS(headers),
  }
  if (isTokenError(data)) {
    const { error, error_description: says = error, error_uri: docUrl } = data
    return new VisavisError(`${where} ${error}. ${says}`, { ...common, docUrl, errorCodes: [error] })
  }
  if (!isPartnerError(data)) return new VisavisError(where, common)
  const { error_codes: errorCodes, message = '', doc_url: docUrl } = data
  const says = `${where} ${errorCodes.join(', ')}. ${message}`
  return new VisavisError(says, { ...common, errorCodes, docUrl })
}

/**
 * Any failure of a request as one of ours; what the caller has aborted stays as it is. Those of `ky` hold the request with its
 * key, and end up in logs.
 */
export const toError = (failure: Error): Error => {
  // By its name `ky` takes the end of an `AbortSignal.timeout` for a time of its own that ran out.
  if (failure instanceof DOMException) return failure
  if (isHTTPError(failure)) return toVisavisError(failure)
  if (isTimeoutError(failure))
    return new VisavisConnectionError(`${toWhere(failure.request)}: no answer in time`)
  if (!isNetworkError(failure)) return failure
  return new VisavisConnectionError(`${toWhere(failure.request)}: no answer`, { cause: failure.cause })
}
