import ky, { isHTTPError, type KyInstance, type ShouldRetryState } from 'ky'
import { readCode, readRetryAfterS, toError } from './read-error.ts'

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
  /** The server takes it no more. @returns whether another one can be had */
  refuse(): boolean
}

/** Each request of the API can be sent twice: `PATCH` says what a field becomes, `POST` has its `Idempotency-Key`. */
const METHODS = ['get', 'post', 'patch', 'delete'] as const
const PASSING_STATUSES = [429, 500, 502, 503, 504]
const MAX_BACKOFF_MS = 8000

/** With all of its JSON: an answer that breaks off or hangs half-way is none, and is asked for again. */
const readWhole = async (answer: Response): Promise<Response> =>
  answer.headers.get('content-type')?.startsWith('application/json')
    ? new Response(await answer.arrayBuffer(), answer)
    : answer

/** Tries again what may succeed the next time, after as long as the server asks for, or a growing time of its own. */
export const createHttp = (
  { timeoutMs = 30_000, retries = 2, maxRetryAfterS = 60, fetch = globalThis.fetch }: HttpOptions,
  credentials?: Credentials,
): KyInstance => {
  /** `undefined`: as the settings below say. */
  const shouldRetry = ({ error, retryCount }: ShouldRetryState): boolean | undefined => {
    if (!isHTTPError(error)) return undefined
    const { response, data } = error
    if (response.status === 401) return retryCount === 1 && credentials?.refuse() === true
    // The connection broke, and the first request still runs.
    if (response.status === 409) return readCode(data) === 'idempotency_key_in_use'
    return (readRetryAfterS(response.headers) ?? 0) > maxRetryAfterS ? false : undefined
  }
  const authorize = async ({ request }: { request: Request }): Promise<void> => {
    if (credentials) request.headers.set('authorization', await credentials.authorize())
  }
  return ky.create({
    fetch: async (input, init) => readWhole(await fetch(input, init)),
    timeout: timeoutMs,
    retry: {
      limit: retries,
      methods: [...METHODS],
      statusCodes: PASSING_STATUSES,
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
          if (isHTTPError(error) && error.response.status === 401) credentials?.refuse()
          return toError(error)
        },
      ],
    },
  })
}
