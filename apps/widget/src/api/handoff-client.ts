import type { Handoff, OpenedHandoff, StartedHandoff } from '@visavis/shared/handoff-api'
import { orOffline } from './or-offline.ts'
import { isNext, isRecord, readAnswer } from './read-answer.ts'
import { type Fetch, request } from './request.ts'
import { type Sign, withoutProof } from './sign.ts'

const isHandoff = (value: unknown): value is Handoff =>
  isRecord(value) && typeof value.state === 'string' && isNext(value.next)
const isStarted = (value: unknown): value is StartedHandoff =>
  isHandoff(value) && 'digits' in value && 'digits_url' in value
const isOpened = (value: unknown): value is OpenedHandoff =>
  isRecord(value) && typeof value.claim === 'string' && isRecord(value.source)
const isConfirmed = (value: unknown): value is { verification_url: string } =>
  isRecord(value) && typeof value.verification_url === 'string'

/**
 * Every method @throws CaptureApiError.
 * @param sign of the device that gives its link away; the other one has none yet
 */
export const createHandoffClient = (
  fetch: Fetch = globalThis.fetch.bind(globalThis),
  sign: Sign = withoutProof,
) => {
  const ask = async <T>(
    path: string,
    init: RequestInit,
    isExpected: (value: unknown) => value is T,
  ): Promise<T> => {
    const url = `/capture/handoff${path}`
    const send = (proof: Record<string, string>) =>
      request(fetch, url, { ...init, headers: { ...init.headers, ...proof } })
    return readAnswer(await sign(init.method, url, send), isExpected)
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
      const url = '/capture/handoff/events'
      const answer = await sign('GET', url, async (proof) => {
        const headers = { ...bearer(token), ...proof }
        const response = await orOffline(fetch(url, { headers, cache: 'no-store', signal }))
        const text = response.ok ? '' : await orOffline(response.text())
        return { status: response.status, nonce: response.headers.get('DPoP-Nonce'), text, response }
      })
      const { response } = answer
      if (!response.ok || !response.body) {
        readAnswer(answer, isHandoff)
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
