import { Readable } from 'node:stream'
import { type Dispatcher, request } from 'undici'
import { ADDRESS_REFUSED } from '../net/vendor-agent.ts'
import { NotSentError } from './http-lane.ts'
import { ProviderError } from './provider-error.ts'

export interface Exchange {
  provider: string
  dispatcher: Dispatcher
  method: Dispatcher.HttpMethod
  url: string
  headers: Record<string, string>
  body: Uint8Array | (() => AsyncIterable<Uint8Array>) | undefined
  timeoutMs: number
  maxBytes: number
}

export interface Received {
  status: number
  /** Without parameters, in lower case. */
  mediaType: string
  bytes: Uint8Array
}

/** Failures before a byte of the request was on its way. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
])

/**
 * One request and its whole answer, redirects not followed. @throws ProviderError (timeout, unavailable, protocol);
 * the caller's own reason when `signal` says stop
 */
export const exchange = async (sent: Exchange, signal: AbortSignal): Promise<Received> => {
  const { provider, dispatcher, method, url, headers, body, timeoutMs, maxBytes } = sent
  const late = AbortSignal.timeout(timeoutMs)
  try {
    const answer = await request(url, {
      dispatcher,
      method,
      headers,
      body: typeof body === 'function' ? Readable.from(body(), { objectMode: false }) : (body ?? null),
      signal: AbortSignal.any([signal, late]),
    })
    const contentType = answer.headers['content-type']
    const [mediaType = ''] = (typeof contentType === 'string' ? contentType : '').split(';')
    const bytes = await readBody(provider, answer, maxBytes)
    return { status: answer.statusCode, mediaType: mediaType.trim().toLowerCase(), bytes }
  } catch (failure) {
    signal.throwIfAborted()
    if (failure instanceof ProviderError) throw failure
    if (late.aborted) throw new ProviderError(provider, 'timeout')
    const code = failure instanceof Error && 'code' in failure ? String(failure.code) : undefined
    if (code === ADDRESS_REFUSED) throw new ProviderError(provider, 'rejected', { code: 'address_refused' })
    if (code !== undefined && NOT_SENT.has(code)) throw new NotSentError(provider, 'unavailable', { code })
    // What undici and the sockets below it throw has a code; a mistake of ours, or of who made the body, has none.
    if (code === undefined) throw failure
    throw new ProviderError(provider, 'unavailable', { code })
  }
}

const readBody = async (
  provider: string,
  { statusCode, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > maxBytes) {
      body.on('error', () => {}).destroy()
      throw new ProviderError(provider, 'protocol', { status: statusCode, code: 'answer_too_large' })
    }
    chunks.push(chunk)
  }
  // A connection that ends early is not always an error of the stream (RFC 9112 §8).
  if (size < Number(headers['content-length'] ?? 0)) {
    throw new ProviderError(provider, 'unavailable', { code: 'answer_incomplete' })
  }
  return Buffer.concat(chunks)
}
