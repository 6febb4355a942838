import { Hono } from 'hono'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { awaitUnreadBody } from './await-unread-body.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const app = new Hono()
  .use(awaitUnreadBody)
  .post('/refused', (c) => c.text('no', 429))
  .post('/too-large', (c) => c.text('no', 413))
  .post('/read', async (c) => c.text(await c.req.text(), 422))

const post = (path: string, body: ReadableStream | string) =>
  app.request(path, { method: 'POST', body, duplex: 'half' } as RequestInit)

it('answers whoever sends too slowly after half a minute, without breaking the connection', async () => {
  const cancel = vi.fn()
  let isAnswered = false
  const answer = Promise.resolve(post('/refused', new ReadableStream({ cancel }))).then((response) => {
    isAnswered = true
    return response
  })
  await vi.advanceTimersByTimeAsync(29_000)
  expect(isAnswered).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect((await answer).status).toBe(429)
  expect(cancel).not.toHaveBeenCalled()
})

it('reads no more than a body may have', async () => {
  let chunks = 0
  const pull = (controller: ReadableStreamDefaultController) => {
    chunks += 1
    controller.enqueue(new Uint8Array(1024 * 1024))
  }
  expect((await post('/refused', new ReadableStream({ pull }))).status).toBe(429)
  expect(chunks).toBeLessThan(20)
})

it('does not wait for what is too large, nor for what was read', async () => {
  expect((await post('/too-large', new ReadableStream({}))).status).toBe(413)
  expect(await (await post('/read', 'all')).text()).toBe('all')
})
