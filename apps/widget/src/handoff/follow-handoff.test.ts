import type { Handoff, StartedHandoff } from '@visavis/shared/handoff-api'
import { afterEach, expect, it, vi } from 'vitest'
import { CaptureApiError } from '../api/capture-api-error.ts'
import { createHandoffClient, type HandoffClient } from '../api/handoff-client.ts'
import { followHandoff, type HandoffView } from './follow-handoff.ts'

const WAITING: Handoff = { state: 'waiting', number: '42', next: { next: 'capture' } }
const STARTED: StartedHandoff = { ...WAITING, digits: '12345678', digits_url: 'https://v.example/code' }
const CONNECTED: Handoff = { state: 'connected', next: { next: 'capture' } }
const DONE: Handoff = { state: 'connected', next: { next: 'done', redirect_url: 'https://p.example/' } }
const offline = () => new CaptureApiError('NETWORK', { retryable: true })
const gone = () => new CaptureApiError('NOT_FOUND', { retryable: false })

afterEach(() => vi.useRealTimers())

/** A stream that is open, says this much and then nothing. */
const silentAfter =
  (...events: Handoff[]): HandoffClient['watch'] =>
  (_token, signal, onEvent) =>
    new Promise((_, reject) => {
      for (const event of events) onEvent(event)
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })

const follow = (changes: Partial<HandoffClient>, isStart = true) => {
  const views: HandoffView[] = []
  const failures: unknown[] = []
  const client: HandoffClient = {
    ...createHandoffClient(),
    start: async () => STARTED,
    follow: async () => WAITING,
    cancel: async () => ({ ...WAITING, state: 'cancelled' }),
    watch: async () => {},
    ...changes,
  }
  const followed = followHandoff({
    client,
    token: 't',
    isStart,
    onView: (view) => views.push(view),
    onFailure: (error) => failures.push(error),
    wait: async () => {},
  })
  return { views, failures, followed }
}

it('tells what the stream tells, with the digits of the start', async () => {
  const { views } = follow({
    watch: async (_, __, onEvent) => {
      onEvent(CONNECTED)
      onEvent(DONE)
    },
  })
  await vi.waitFor(() => expect(views.at(-1)?.next.next).toBe('done'))
  expect(views.map(({ state }) => state)).toEqual(['waiting', 'connected', 'connected'])
  expect(views.every(({ digits }) => digits === '12345678')).toBe(true)
})

it('connects again when the stream ends', async () => {
  const answers = [WAITING, CONNECTED, DONE]
  const { views } = follow({ watch: async (_, __, onEvent) => onEvent(answers.shift() ?? DONE) })
  await vi.waitFor(() => expect(views.at(-1)?.next.next).toBe('done'))
  expect(answers).toEqual([])
})

it('asks where streams do not get through, and bears a broken line', async () => {
  const answers: (() => Handoff)[] = [
    () => WAITING,
    () => {
      throw offline()
    },
    () => DONE,
  ]
  const { views, failures } = follow({
    watch: async () => {
      throw offline()
    },
    follow: async () => (answers.shift() ?? (() => DONE))(),
  })
  await vi.waitFor(() => expect(views.at(-1)?.next.next).toBe('done'))
  expect(failures).toEqual([])
})

it.each<[string, HandoffClient['watch']]>([
  ['holds streams back', silentAfter()],
  ['ends them at once', async () => {}],
])('asks behind a proxy that %s', async (_, watch) => {
  vi.useFakeTimers()
  const answers = [WAITING, CONNECTED, DONE]
  const watched = vi.fn(watch)
  const { views, failures } = follow({ watch: watched, follow: async () => answers.shift() ?? DONE })
  await vi.advanceTimersByTimeAsync(5000)
  expect(views.at(-1)?.next.next).toBe('done')
  expect(watched).toHaveBeenCalledTimes(1)
  expect(failures).toEqual([])
})

it('opens another stream when one has fallen silent', async () => {
  vi.useFakeTimers()
  const streams = [silentAfter(WAITING), silentAfter(CONNECTED), silentAfter(DONE)]
  const watched = vi.fn<HandoffClient['watch']>((...args) => (streams.shift() ?? silentAfter())(...args))
  const { views } = follow({ watch: watched })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(watched).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(70_000)
  expect(views.at(-1)?.next.next).toBe('done')
  expect(watched).toHaveBeenCalledTimes(3)
})

it('follows on without digits after the page was loaded again', async () => {
  const start = vi.fn(async () => STARTED)
  const { views } = follow({ start, follow: async () => DONE }, false)
  await vi.waitFor(() => expect(views).toEqual([DONE]))
  expect(start).not.toHaveBeenCalled()
})

it.each([
  ['the start', { start: async () => Promise.reject(gone()) }],
  ['the stream', { watch: async () => Promise.reject(gone()) }],
])('gives up when %s says that there is nothing', async (_, changes) => {
  const { failures } = follow(changes)
  await vi.waitFor(() => expect(failures).toHaveLength(1))
})

it('says nothing after it was stopped or cancelled', async () => {
  let tell: (handoff: Handoff) => void = () => {}
  const watch: HandoffClient['watch'] = (_token, signal, onEvent) =>
    new Promise((_, reject) => {
      tell = onEvent
      signal.addEventListener('abort', () => reject(new CaptureApiError('NETWORK', { retryable: true })))
    })
  const cancel = vi.fn(async () => ({ ...WAITING, state: 'cancelled' as const }))
  const { views, failures, followed } = follow({ watch, cancel })
  await vi.waitFor(() => expect(views).toHaveLength(1))
  await followed.cancel()
  tell(CONNECTED)
  expect(cancel).toHaveBeenCalledWith('t')
  expect(views).toHaveLength(1)
  expect(failures).toEqual([])
})

it('reads events however they are cut', async () => {
  const text = `event: handoff\ndata: ${JSON.stringify(WAITING)}\n\nevent: handoff\ndata: ${JSON.stringify(DONE)}\n\n`
  const bytes = new TextEncoder().encode(text)
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7))
      controller.close()
    },
  })
  const seen: Handoff[] = []
  const client = createHandoffClient(async () => new Response(body))
  await client.watch('t', new AbortController().signal, (handoff) => seen.push(handoff))
  expect(seen).toEqual([WAITING, DONE])
})
