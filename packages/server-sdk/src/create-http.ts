import ky, { type HTTPError, isHTTPError, type KyInstance, type ShouldRetryState } from 'ky'
import { readCode, readRetryAfterS, toError, toWhere } from './read-error.ts'
import { VisavisError } from './visavis-error.ts'

export interface HttpOptions {
  /** For each try, in milliseconds. Default: 30 000. */
  timeoutMs?: number
  /** How often a request is tried again. Default: 2. */
  retries?: number
  /** A longer `Retry-After` is not waited for. Default: 60, the window of the server's own limits. */
  maxRetryAfterS?: number
  /** Instead of Node's. */
  fetch?: typeof globalThis.fetch
}

export interface Credentials {
  /** The `Authorization` header of the next request. */
  authorize(): Promise<string>
  /** The server takes that header no more. @returns whether another one can be had */
  refuse(authorization: string | null): boolean
}

/** Each request of the API can be sent twice: `PATCH` says what a field becomes, `POST` has its `Idempotency-Key`. */
const METHODS = ['get', 'post', 'patch', 'delete'] as const
const PASSING_STATUSES = [429, 500, 502, 503, 504]
const MAX_BACKOFF_MS = 8000

/**
 * With all of its JSON: an answer that breaks off or hangs half-way is none, and is asked for again.
 * @throws VisavisError for a page: a proxy's, such as one to sign in, may well have the status 200
 */
const readWhole = async (request: Request, answer: Response): Promise<Response> => {
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return new Response(await answer.arrayBuffer(), answer)
  if (!answer.ok || !type.startsWith('text/html')) return answer
  await answer.body?.cancel()
  const { status } = answer
  throw new VisavisError(`${toWhere(request)}: ${status}, but a web page`, { status })
}

/** Tries again what may succeed the next time, after as long as the server asks for, or a growing time of its own. */
export const createHttp = (
  { timeoutMs = 30_000, retries = 2, maxRetryAfterS = 60, fetch = globalThis.fetch }: HttpOptions,
  credentials?: Credentials,
): KyInstance => {
  const refuse = ({ request }: HTTPError): boolean =>
    credentials?.refuse(request.headers.get('authorization')) === true
  /** `undefined`: as the settings below say. */
  const shouldRetry = ({ error }: ShouldRetryState): boolean | undefined => {
    if (!isHTTPError(error)) return undefined
    const { response, data, options } = error
    if (response.status === 401) {
      // Once a call: each has a context of its own.
      if (options.context.isRefused) return false
      options.context.isRefused = true
      return refuse(error)
    }
    // The connection broke, and the first request still runs.
    if (response.status === 409) return readCode(data) === 'idempotency_key_in_use'
    return (readRetryAfterS(response.headers) ?? 0) > maxRetryAfterS ? false : undefined
  }
  const authorize = async ({ request }: { request: Request }): Promise<void> => {
    if (credentials) request.headers.set('authorization', await credentials.authorize())
  }
  return ky.create({
    fetch: async (input, init) => {
      const request = new Request(input)
      return readWhole(request, await fetch(request, init))
    },
    // The API redirects nobody: whoever does is something else, and would be sent what is in the request, or asked for
    // another thing than what was meant (Fetch §4.4: a POST becomes a GET).
    redirect: 'manual',
    timeout: timeoutMs,
    retry: {
      limit: retries,
      methods: [...METHODS],
      statusCodes: PASSING_STATUSES,
      afterStatusCodes: PASSING_STATUSES,
      maxRetryAfter: maxRetryAfterS * 1000,
      jitter: true,
      backoffLimit: MAX_BACKOFF_MS,
      retryOnTimeout: true,
      shouldRetry,
    },
    hooks: {
      beforeRequest: [authorize],
      beforeRetry: [authorize],
      beforeError: [
        ({ error }) => {
          if (isHTTPError(error) && error.response.status === 401) refuse(error)
          return toError(error)
        },
      ],
    },
  })
}
