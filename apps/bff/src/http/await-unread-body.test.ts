import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { awaitUnreadBody } from './await-unread-body.ts'
import type { AppEnv } from './env.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const app = new Hono<AppEnv>()
  .use(awaitUnreadBody)
  .post('/refused', (c) => c.text('no', 429))
  .post('/too-large', (c) => c.text('no', 413))
  .post('/read', async (c) => {
    await c.env.incoming?.toArray()
    return c.text('no', 422)
  })

const post = (path: string, incoming: Readable) => app.request(path, { method: 'POST' }, { incoming })

it('throws away what is still coming before it answers', async () => {
  const incoming = new Readable({ read: () => undefined })
  let isAnswered = false
  const answer = Promise.resolve(post('/refused', incoming)).finally(() => {
    isAnswered = true
  })
  incoming.push('half of it')
  await new Promise(setImmediate)
  expect(isAnswered).toBe(false)
  incoming.push(null)
  expect((await answer).status).toBe(429)
  expect(incoming.readableEnded).toBe(true)
})

it('answers whoever sends too slowly after half a minute, without breaking the connection', async () => {
  const incoming = new Readable({ read: () => undefined })
  let isAnswered = false
  const answer = Promise.resolve(post('/refused', incoming)).finally(() => {
    isAnswered = true
  })
  await vi.advanceTimersByTimeAsync(29_000)
  expect(isAnswered).toBe(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect((await answer).status).toBe(429)
  expect(incoming.destroyed).toBe(false)
})

it('reads no more than a body may have', async () => {
  let chunks = 0
  const incoming = new Readable({
    read() {
      chunks += 1
      this.push(new Uint8Array(1024 * 1024))
    },
  })
  expect((await post('/refused', incoming)).status).toBe(429)
  expect(chunks).toBeLessThan(20)
})

it('waits for nobody who is gone', async () => {
  const incoming = new Readable({ read: () => undefined })
  const answer = post('/refused', incoming)
  await new Promise(setImmediate)
  incoming.destroy()
  expect((await answer).status).toBe(429)
  expect((await post('/refused', incoming)).status).toBe(429)
})

it('does not wait for what is too large, nor for what was read', async () => {
  expect((await post('/too-large', new Readable({ read: () => undefined }))).status).toBe(413)
  expect((await post('/read', Readable.from(['all']))).status).toBe(422)
  expect((await app.request('/refused', { method: 'POST', body: 'of a test' })).status).toBe(429)
})
