import type { Handoff, OpenedHandoff, StartedHandoff } from '@visavis/shared/handoff-api'
import { orOffline } from './or-offline.ts'
import { isNext, isRecord, readAnswer } from './read-answer.ts'
import { type Fetch, request } from './request.ts'

const isHandoff = (value: unknown): value is Handoff =>
  isRecord(value) && typeof value.state === 'string' && isNext(value.next)
const isStarted = (value: unknown): value is StartedHandoff =>
  isHandoff(value) && 'digits' in value && 'digits_url' in value
const isOpened = (value: unknown): value is OpenedHandoff =>
  isRecord(value) && typeof value.claim === 'string' && isRecord(value.source)
const isConfirmed = (value: unknown): value is { verification_url: string } =>
  isRecord(value) && typeof value.verification_url === 'string'

/** Every method @throws CaptureApiError. */
export const createHandoffClient = (fetch: Fetch = globalThis.fetch.bind(globalThis)) => {
  const ask = async <T>(
    path: string,
    init: RequestInit,
    isExpected: (value: unknown) => value is T,
  ): Promise<T> => readAnswer(await request(fetch, `/capture/handoff${path}`, init), isExpected)
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
      const init = { headers: bearer(token), cache: 'no-store', signal } as const
      const response = await orOffline(fetch('/capture/handoff/events', init))
      if (!response.ok || !response.body) {
        readAnswer({ status: response.status, text: await orOffline(response.text()) }, isHandoff)
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
