import { CONSOLE_MODE_HEADER } from '@visavis/shared/console-mode'
import { IS_TEST } from './mode.ts'
import { tenantHeader } from './tenant.ts'

/** An answer that is no success. Its text says what to do. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly codes: readonly string[]
  readonly requestId: string | undefined

  constructor(status: number, message: string, codes: readonly string[] = [], requestId?: string) {
    super(message)
    this.status = status
    this.codes = codes
    this.requestId = requestId
  }
}

interface ErrorBody {
  message?: string
  error_codes?: string[]
  request_id?: string
}

const NOT_REACHED = 'The server cannot be reached. Check the connection, then try again.'

const toApiError = async (answer: Response): Promise<ApiError> => {
  const body: ErrorBody = await answer.json().catch(() => ({}))
  const message = body.message ?? `The server answered ${answer.status}.`
  return new ApiError(answer.status, message, body.error_codes, body.request_id)
}

/** @throws ApiError */
const send = async (path: string, init: RequestInit): Promise<Response> => {
  const headers = {
    ...init.headers,
    ...tenantHeader(),
    ...(IS_TEST ? { [CONSOLE_MODE_HEADER]: 'test' } : {}),
  }
  const answer = await fetch(`/console/api${path}`, { ...init, headers }).catch((cause: unknown) => {
    // A query that nobody waits for any more was called off: no trouble of the network.
    if (init.signal?.aborted) throw cause
    throw new ApiError(0, NOT_REACHED)
  })
  if (!answer.ok) throw await toApiError(answer)
  return answer
}

const without = (signal: AbortSignal | undefined): RequestInit => (signal ? { signal } : {})

export const get = async <Answer>(path: string, signal?: AbortSignal): Promise<Answer> =>
  (await send(path, without(signal))).json() as Promise<Answer>

export const getBlob = async (path: string, signal?: AbortSignal): Promise<Blob> =>
  (await send(path, without(signal))).blob()

const write = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
  const answer = await send(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return (answer.status === 204 ? undefined : await answer.json()) as Answer
}

export const post = <Answer>(path: string, body?: unknown): Promise<Answer> => write('POST', path, body)

export const patch = <Answer>(path: string, body: unknown): Promise<Answer> => write('PATCH', path, body)

/** Not `delete`: that is a word of the language. */
export const remove = (path: string): Promise<void> => write('DELETE', path)
