import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { createStore, type Sandbox, startSandbox } from './index.ts'

const verdictSchema = z.enum(['yes', 'no'])
let sandbox: Sandbox<'yes' | 'no'>
let asked = 0

beforeAll(async () => {
  sandbox = await startSandbox({
    name: 'acme',
    verdictSchema,
    build: ({ clock, verdicts, webhooks, origin }) => {
      const store = createStore<string>(clock)
      const app = new Hono()
        .get('/verdict/:key', (c) => {
          asked += 1
          return c.json({ verdict: verdicts.take(c.req.param('key')) ?? 'compared' })
        })
        .put('/things/:id', async (c) => {
          store.set(c.req.param('id'), await c.req.text(), 1000)
          return c.body(null, 204)
        })
        .get('/things/:id', (c) => c.json({ value: store.get(c.req.param('id')) ?? null }))
        .post('/event', (c) => {
          webhooks.send({ url: `${origin}/hook`, headers: {}, body: '{}' })
          return c.body(null, 204)
        })
        .post('/hook', (c) => c.body(null, 204))
      return { app, credentials: { api_key: 'k' } }
    },
  })
})
afterEach(() => control('reset'))
afterAll(() => sandbox.close())

const get = async (path: string) => {
  const answer = await fetch(`${sandbox.origin}${path}`)
  return { status: answer.status, body: await answer.text() }
}
const control = async (what: string, body: unknown = {}) => {
  const answer = await fetch(`${sandbox.origin}/_sandbox/${what}`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return answer.status
}

it('answers scripted outcomes one after another, the last one for good', async () => {
  expect(await control('verdicts', { for: 'ada', verdicts: ['no', 'yes'] })).toBe(204)
  const answers = []
  for (let turn = 0; turn < 3; turn += 1) answers.push((await get('/verdict/ada')).body)
  expect(answers).toEqual(['no', 'yes', 'yes'].map((verdict) => JSON.stringify({ verdict })))
  expect((await get('/verdict/bob')).body).toBe('{"verdict":"compared"}')
  expect(await control('verdicts', { verdicts: ['no'] })).toBe(204)
  expect((await get('/verdict/bob')).body).toBe('{"verdict":"no"}')
})

it('says what is wrong with an order', async () => {
  expect(await control('verdicts', { verdicts: ['maybe'] })).toBe(400)
  expect(await control('faults', { kind: 'earthquake' })).toBe(400)
})

it('makes the trouble it was told to, so many times', async () => {
  sandbox.faults.add({ kind: 'status', status: 503, times: 2, path: '/verdict' })
  expect([(await get('/verdict/x')).status, (await get('/things/x')).status]).toEqual([503, 200])
  expect([(await get('/verdict/x')).status, (await get('/verdict/x')).status]).toEqual([503, 200])
  sandbox.faults.add({ kind: 'wrong_json', times: 1 })
  expect((await get('/verdict/x')).body).toContain('unexpected')
  sandbox.faults.add({ kind: 'not_json', times: 1 })
  expect((await get('/verdict/x')).body).toContain('<html>')
  sandbox.faults.add({ kind: 'latency', delayMs: 1, times: 1 })
  expect((await get('/verdict/x')).status).toBe(200)
})

it('breaks connections before, after and during the answer', async () => {
  for (const [kind, times] of [
    ['reset', 0],
    ['reset_after', 1],
    ['truncated', 1],
  ] as const) {
    asked = 0
    sandbox.faults.add({ kind, times: 1 })
    await expect(get('/verdict/x'), kind).rejects.toThrow()
    expect(asked, kind).toBe(times)
  }
})

it('forgets what is past its time by its own clock', async () => {
  await fetch(`${sandbox.origin}/things/a`, { method: 'PUT', body: 'kept' })
  expect((await get('/things/a')).body).toBe('{"value":"kept"}')
  expect(await control('clock', { advance_s: 2 })).toBe(200)
  expect((await get('/things/a')).body).toBe('{"value":null}')
})

it('sends, repeats and loses webhooks', async () => {
  const event = async (delivery: string) => {
    await control('webhooks', { delivery })
    await fetch(`${sandbox.origin}/event`, { method: 'POST' })
    await sandbox.webhooks.idle()
    return sandbox.webhooks.sent.at(-1)?.answers
  }
  expect(await event('once')).toEqual([204])
  expect(await event('twice')).toEqual([204, 204])
  expect(await event('lose')).toEqual([])
  sandbox.webhooks.resend(sandbox.webhooks.sent.length - 1)
  await sandbox.webhooks.idle()
  expect(sandbox.webhooks.sent.at(-1)?.answers).toEqual([204])
  sandbox.faults.add({ kind: 'status', path: '/hook', times: 1 })
  expect(await event('once')).toEqual([500, 204])
})
