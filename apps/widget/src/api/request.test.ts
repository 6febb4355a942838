import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Fetch, request } from './request.ts'

const OFFLINE = { code: 'NETWORK', retryable: true }

/** Never answers, but gives up when told to, as `fetch` does. */
const hang: Fetch = (_, init) =>
  new Promise((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('gives status and body', async () => {
  const answer = await request(async () => new Response('body', { status: 503 }), '/path', {})
  expect(answer).toEqual({ status: 503, text: 'body', nonce: null })
})

it('ends after 20 s although the caller has a signal of its own', async () => {
  const asked = request(hang, '/path', { signal: new AbortController().signal })
  const outcome = expect(asked).rejects.toMatchObject(OFFLINE)
  await vi.advanceTimersByTimeAsync(20_000)
  await outcome
})

it('ends with the signal of the caller', async () => {
  const controller = new AbortController()
  const outcome = expect(request(hang, '/path', { signal: controller.signal })).rejects.toMatchObject(OFFLINE)
  controller.abort()
  await outcome
})

it('a body that breaks off is no answer', async () => {
  const body = new ReadableStream({
    start: (stream) => {
      stream.enqueue(new TextEncoder().encode('{"next":'))
      stream.error(new TypeError('network error'))
    },
  })
  await expect(request(async () => new Response(body), '/path', {})).rejects.toMatchObject(OFFLINE)
})
