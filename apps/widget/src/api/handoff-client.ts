import type { Handoff, OpenedHandoff, StartedHandoff } from '@visavis/shared/handoff-api'
import { CaptureApiError } from './capture-api-error.ts'
import { isNext, isRecord, readAnswer } from './read-answer.ts'

const REQUEST_TIMEOUT_MS = 20_000

const isHandoff = (value: unknown): value is Handoff =>
  isRecord(value) && typeof value.state === 'string' && isNext(value.next)
const isStarted = (value: unknown): value is StartedHandoff =>
  isHandoff(value) && 'digits' in value && 'digits_url' in value
const isOpened = (value: unknown): value is OpenedHandoff =>
  isRecord(value) && typeof value.claim === 'string' && isRecord(value.source)
const isConfirmed = (value: unknown): value is { verification_url: string } =>
  isRecord(value) && typeof value.verification_url === 'string'

type Fetch = typeof globalThis.fetch

/** Every method @throws CaptureApiError. */
export const createHandoffClient = (fetch: Fetch = globalThis.fetch.bind(globalThis)) => {
  const call = async (path: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> => {
    try {
      return await fetch(`/capture/handoff${path}`, { ...init, cache: 'no-store' })
    } catch (cause) {
      throw new CaptureApiError('NETWORK', { retryable: true, cause })
    }
  }
  const ask = async <T>(
    path: string,
    init: RequestInit & { signal?: AbortSignal },
    isExpected: (value: unknown) => value is T,
  ): Promise<T> => {
    const signal = init.signal ?? AbortSignal.timeout(REQUEST_TIMEOUT_MS)
    const response = await call(path, { ...init, signal })
    return readAnswer({ status: response.status, text: await response.text() }, isExpected)
  }
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
  const json = (body: object) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })

  return {
    start: (token: string, signal: AbortSignal) =>
      ask('', { method: 'POST', headers: bearer(token), signal }, isStarted),
    follow: (token: string, signal: AbortSignal) => ask('', { headers: bearer(token), signal }, isHandoff),
    cancel: (token: string) => ask('/cancel', { method: 'POST', headers: bearer(token) }, isHandoff),
    /** Server-sent events over fetch: `EventSource` cannot send a header. Ends when the server ends it. */
    watch: async (token: string, signal: AbortSignal, onEvent: (handoff: Handoff) => void): Promise<void> => {
      const response = await call('/events', { headers: bearer(token), signal })
      if (!response.ok || !response.body) {
        readAnswer({ status: response.status, text: await response.text() }, isHandoff)
        return
      }
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        const blocks = (rest + value).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          const data = /^data: ?(.*)$/m.exec(block)?.[1]
          const handoff: unknown = data === undefined ? undefined : JSON.parse(data)
          if (isHandoff(handoff)) onEvent(handoff)
        }
      }
    },
    open: (handoff: string, code: string) => ask('/open', json({ handoff, code }), isOpened),
    confirm: (input: { handoff: string; claim: string; number: string }) =>
      ask('/confirm', json(input), isConfirmed),
  }
}

export type HandoffClient = ReturnType<typeof createHandoffClient>
