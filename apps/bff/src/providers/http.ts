import type * as z from 'zod'
import type { VendorAgent } from '../net/vendor-agent.ts'
import { type Exchange, exchange, type Received } from './http-exchange.ts'
import type { HttpLane } from './http-lane.ts'
import { ProviderError } from './provider-error.ts'

/** A request as it goes out, for those who sign it: nothing is added afterwards but length and host. */
export interface OutgoingRequest {
  method: string
  /** Below the base address, query included. */
  target: string
  /** Absent for a streamed body: that one cannot be signed. */
  body: Uint8Array | undefined
}

export interface ProviderHttpOptions {
  /** May end in a path, not in a slash. */
  baseUrl: string
  /** For the answer to one try, in milliseconds. Default: 10 s. */
  timeoutMs?: number
  /**
   * `tokens`: calls that others wait for while those hold their place. They have places of their own, or nobody would
   * get one when all are held by calls without a token. Default: `calls`.
   */
  lane?: 'calls' | 'tokens'
  /** Headers, and a changed target, that prove who asks; called for each try, so that nothing is sent twice. */
  authorize?: (
    request: OutgoingRequest,
    signal: AbortSignal,
  ) => Promise<{ headers: Record<string, string>; target?: string }>
  /** With `authorize`: told of a 401; the request is then sent once more, with new proof. */
  onUnauthorized?: () => void
  /** The vendor's name for an error, from the JSON of its answer. */
  toErrorCode?: (body: unknown) => string | undefined
}

type Body =
  | { json: unknown }
  | { form: Readonly<Record<string, string>> }
  | { bytes: Uint8Array; contentType: string }
  /** Called for each try; `length` in bytes, where it is known before. */
  | { stream: () => AsyncIterable<Uint8Array>; contentType: string; length?: number }

export interface ProviderRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the base address; made with `pathOf` where ids are part of it. */
  path: string
  query?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  body?: Body
  /** Doing it twice does no harm. Default: what RFC 9110 §9.2.2 says of the method, and never a stream. */
  isRepeatable?: boolean
  timeoutMs?: number
  /** Largest answer that is read, in bytes. Default: 1 MB. */
  maxBytes?: number
}

/** Every method throws `ProviderError`, and the signal's reason when it is told to stop. */
export interface ProviderHttp {
  /** A 2xx answer whose JSON passes the schema. */
  json<Schema extends z.ZodType>(
    request: ProviderRequest,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<z.output<Schema>>
  text(request: ProviderRequest, signal: AbortSignal): Promise<string>
  /** Its body as it is; empty for a 204. */
  bytes(request: ProviderRequest, signal: AbortSignal): Promise<{ mediaType: string; bytes: Uint8Array }>
  /** A 2xx answer, whatever its body. */
  send(request: ProviderRequest, signal: AbortSignal): Promise<void>
}

interface HttpDeps {
  provider: string
  agent: VendorAgent
  lane: HttpLane
}

const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 1024 * 1024

/** There is no proof to send along. Who was asked for it has repeated that already, and is no part of this lane. */
class ProofFailure extends Error {
  constructor(cause: unknown) {
    super('no proof', { cause })
  }
}

/** The HTTP client of all adapters. */
export const createProviderHttp = (
  { provider, agent, lane }: HttpDeps,
  { baseUrl, timeoutMs = TIMEOUT_MS, authorize, onUnauthorized, toErrorCode }: ProviderHttpOptions,
): ProviderHttp => {
  const refusal = agent.refuse(new URL(baseUrl))

  const prove = async (request: OutgoingRequest, signal: AbortSignal) => {
    try {
      return await authorize?.(request, signal)
    } catch (cause) {
      throw new ProofFailure(cause)
    }
  }

  const attempt = async (
    request: ProviderRequest,
    signal: AbortSignal,
    isSecond = false,
  ): Promise<Received> => {
    const { contentType, bytes, stream, length } = encode(request.body)
    const query = new URLSearchParams(request.query).toString()
    const plain = query === '' ? request.path : `${request.path}?${query}`
    const proof = await prove({ method: request.method, target: plain, body: bytes }, signal)
    const sent: Exchange = {
      provider,
      dispatcher: agent.dispatcher,
      method: request.method,
      url: `${baseUrl}${proof?.target ?? plain}`,
      headers: {
        Accept: 'application/json',
        'User-Agent': 'Visavis',
        ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
        ...(length === undefined ? {} : { 'Content-Length': String(length) }),
        ...request.headers,
        ...proof?.headers,
      },
      body: bytes ?? stream,
      timeoutMs: request.timeoutMs ?? timeoutMs,
      maxBytes: request.maxBytes ?? MAX_ANSWER_BYTES,
    }
    const received = await exchange(sent, signal)
    if (received.status === 401 && onUnauthorized && !isSecond) {
      onUnauthorized()
      return attempt(request, signal, true)
    }
    if (received.status < 200 || received.status > 299) throw toFailure(provider, received, toErrorCode)
    return received
  }

  const call = async (request: ProviderRequest, signal: AbortSignal): Promise<Received> => {
    if (refusal) throw new ProviderError(provider, 'rejected', { code: refusal })
    const isStream = request.body !== undefined && 'stream' in request.body
    const isIdempotent = request.method !== 'POST' && request.method !== 'PATCH'
    const isRepeatable = request.isRepeatable ?? (isIdempotent && !isStream)
    try {
      return await lane.run((own) => attempt(request, own), { isRepeatable, signal })
    } catch (failure) {
      throw failure instanceof ProofFailure ? failure.cause : failure
    }
  }

  return {
    json: async (request, schema, signal) => {
      const { status, text } = await call(request, signal).then(toText)
      const parsed = schema.safeParse(parse(provider, text, status))
      if (parsed.success) return parsed.data
      // Where, never what: the answer may hold a token or name a person.
      const paths = parsed.error.issues.map((issue) => issue.path.join('.'))
      const cause = new Error(`unexpected answer at ${[...new Set(paths)].join(', ')}`)
      throw new ProviderError(provider, 'protocol', { status, cause })
    },
    text: async (request, signal) => (await call(ofAnyType(request), signal).then(toText)).text,
    bytes: async (request, signal) => {
      const { mediaType, bytes } = await call(ofAnyType(request), signal)
      return { mediaType, bytes }
    },
    send: async (request, signal) => {
      await call(request, signal)
    },
  }
}

/** Ids as parts of a path: `` pathOf`/sessions/${id}/media` ``. @throws TypeError for one that would climb */
export const pathOf = (parts: TemplateStringsArray, ...ids: readonly string[]): string => {
  if (ids.some((id) => id === '' || id === '.' || id === '..')) throw new TypeError('not an id')
  return parts.reduce((path, part, index) => `${path}${encodeURIComponent(ids[index - 1] ?? '')}${part}`)
}

/** Who is told that only JSON is wanted may answer 406 to a picture (RFC 9110 §12.5.1). */
const ofAnyType = (request: ProviderRequest): ProviderRequest => ({
  ...request,
  headers: { Accept: '*/*', ...request.headers },
})

interface Encoded {
  contentType?: string
  bytes?: Uint8Array
  stream?: () => AsyncIterable<Uint8Array>
  length?: number
}

const encode = (body: Body | undefined): Encoded => {
  if (body === undefined) return {}
  if ('json' in body)
    return { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(body.json)) }
  if ('form' in body) {
    const bytes = Buffer.from(new URLSearchParams(body.form).toString())
    return { contentType: 'application/x-www-form-urlencoded', bytes }
  }
  return body
}

const toText = ({ status, bytes }: Received) => ({ status, text: Buffer.from(bytes).toString('utf8') })

const parse = (provider: string, text: string, status: number): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // Not the parser's message: it quotes the text.
    throw new ProviderError(provider, 'protocol', { status, code: 'not_json' })
  }
}

const toFailure = (
  provider: string,
  { status, bytes }: Received,
  toErrorCode: ProviderHttpOptions['toErrorCode'],
): ProviderError =>
  new ProviderError(provider, toKind(status), { status, code: readCode(bytes, toErrorCode) })

const toKind = (status: number) => {
  if (status === 401 || status === 403) return 'unauthorized'
  if (status === 429) return 'rate_limited'
  if (status === 408 || status >= 500) return 'unavailable'
  return status >= 400 ? 'rejected' : 'protocol'
}

/** Whatever does not look like a word may be anything, a person's name included. */
const readCode = (bytes: Uint8Array, toErrorCode: ProviderHttpOptions['toErrorCode']): string | undefined => {
  try {
    const code = toErrorCode?.(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return code !== undefined && /^[\w.-]{1,64}$/.test(code) ? code : undefined
  } catch {
    return undefined
  }
}
