import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { createProviderToolbox, type ProviderToolbox } from './create-tools.ts'
import { defineProvider } from './definition.ts'
import { EMBEDDED_CAPABILITIES } from './embedded/index.ts'
import { type ProviderHttpOptions, pathOf } from './http.ts'
import { ProviderError } from './provider-error.ts'
import { createProviderRegistry } from './registry.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Answers in order; the last one stays. */
let script: Handler[] = []
let seen: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = []
const server = createServer(async (request, response) => {
  const body = (await buffer(request).catch(() => Buffer.of())).toString()
  seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
  const handler = script.length > 1 ? script.shift() : script[0]
  await handler?.(request, response)
})
let origin: string
let toolbox: ProviderToolbox
const opened: ProviderToolbox[] = []
const now = () => new Date()

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
  script = []
  seen = []
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const open = (change: Partial<ProviderHttpOptions> = {}, allowPrivate = true) => {
  toolbox = createProviderToolbox({ allowPrivate, now })
  opened.push(toolbox)
  return toolbox.toolsFor('acme').http({ baseUrl: `${origin}/v1`, ...change })
}
const json =
  (status: number, body: unknown): Handler =>
  (_, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
const reset: Handler = (request) => request.socket.destroy()
const okSchema = z.object({ ok: z.boolean() })
const signal = () => AbortSignal.timeout(20_000)
const troubleOf = async (call: Promise<unknown>): Promise<ProviderError> => {
  const failure = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (failure instanceof ProviderError) return failure
  throw new Error('not the failure expected', { cause: failure })
}
const get = { method: 'GET', path: '/x' } as const
const post = { method: 'POST', path: '/x', body: { json: { a: 1 } } } as const

it('sends JSON, forms, bytes and queries, and reads what passes the schema', async () => {
  const http = open()
  script = [json(200, { ok: true, more: 1 })]
  expect(await http.json({ ...post, query: { 'a b': 'ü&' } }, okSchema, signal())).toEqual({ ok: true })
  await http.send({ method: 'POST', path: '/form', body: { form: { a: 'b c' } } }, signal())
  const bytes = new Uint8Array([1, 2, 3])
  await http.send({ method: 'PUT', path: '/bytes', body: { bytes, contentType: 'image/png' } }, signal())
  expect(seen.map(({ method, url, body }) => [method, url, body])).toEqual([
    ['POST', '/v1/x?a+b=%C3%BC%26', '{"a":1}'],
    ['POST', '/v1/form', 'a=b+c'],
    ['PUT', '/v1/bytes', '\u0001\u0002\u0003'],
  ])
  expect(seen.map(({ headers }) => headers['content-type'])).toEqual([
    'application/json',
    'application/x-www-form-urlencoded',
    'image/png',
  ])
})

it('asks for JSON where it reads JSON, and else for anything', async () => {
  const http = open()
  script = [json(200, { ok: true })]
  await http.json(get, okSchema, signal())
  await http.text(get, signal())
  await http.bytes(get, signal())
  expect(seen.map(({ headers }) => headers.accept)).toEqual(['application/json', '*/*', '*/*'])
})

it('streams a body, with and without a known length', async () => {
  const http = open()
  script = [json(200, { ok: true })]
  const stream = async function* () {
    yield Buffer.from('one ')
    yield Buffer.from('two')
  }
  const body = { stream, contentType: 'image/jpeg' }
  await http.send({ method: 'POST', path: '/a', body: { ...body, length: 7 } }, signal())
  await http.send({ method: 'POST', path: '/b', body }, signal())
  expect(seen.map((request) => request.body)).toEqual(['one two', 'one two'])
  expect(seen.map(({ headers }) => headers['content-length'])).toEqual(['7', undefined])
})

it('asks for proof anew with each try, of exactly what goes out', async () => {
  const proofs: string[] = []
  const http = open({
    authorize: async ({ method, target, body }) => {
      proofs.push(`${method} ${target} ${Buffer.from(body ?? []).toString()}`)
      return { headers: { 'X-Try': String(proofs.length) }, target: `${target}?nonce=${proofs.length}` }
    },
  })
  script = [json(503, {}), json(200, { ok: true })]
  await http.json({ ...post, isRepeatable: true }, okSchema, signal())
  expect(proofs).toEqual(['POST /x {"a":1}', 'POST /x {"a":1}'])
  expect(seen.map(({ url }) => url)).toEqual(['/v1/x?nonce=1', '/v1/x?nonce=2'])
  expect(seen.map(({ headers }) => headers['x-try'])).toEqual(['1', '2'])
})

it('gets a new proof once when the vendor no longer takes the old one', async () => {
  let token = 'old'
  const http = open({
    authorize: async () => ({ headers: { Authorization: `Bearer ${token}` } }),
    onUnauthorized: () => {
      token = 'new'
    },
  })
  script = [json(401, {}), json(200, { ok: true }), json(401, {})]
  expect(await http.json(post, okSchema, signal())).toEqual({ ok: true })
  expect((await troubleOf(http.json(post, okSchema, signal()))).kind).toBe('unauthorized')
  expect(seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer old',
    'Bearer new',
    'Bearer new',
    'Bearer new',
  ])
})

it.each([
  ['401', json(401, {}), 'unauthorized', 401],
  ['403', json(403, {}), 'unauthorized', 403],
  ['404', json(404, {}), 'rejected', 404],
  ['422', json(422, {}), 'rejected', 422],
  ['429', json(429, {}), 'rate_limited', 429],
  ['500', json(500, {}), 'unavailable', 500],
  ['503', json(503, {}), 'unavailable', 503],
  ['a redirect', json(302, {}), 'protocol', 302],
  ['another shape', json(200, { ok: 'yes' }), 'protocol', 200],
  ['no JSON', (_: IncomingMessage, response: ServerResponse) => response.end('<html>'), 'protocol', 200],
  ['a broken connection', reset, 'unavailable', undefined],
  [
    'half an answer',
    (_: IncomingMessage, response: ServerResponse) => {
      response.writeHead(200, { 'Content-Length': '99' })
      response.write('{"ok":')
      response.socket?.destroySoon()
    },
    'unavailable',
    undefined,
  ],
  [
    'too long an answer',
    (_: IncomingMessage, response: ServerResponse) => response.end(`"${'x'.repeat(2 * 1024 * 1024)}"`),
    'protocol',
    200,
  ],
] satisfies [string, Handler, string, number | undefined][])(
  '%s is trouble',
  async (_, answer, kind, status) => {
    const http = open()
    script = [answer]
    expect(await troubleOf(http.json(post, okSchema, signal()))).toMatchObject({ kind, status })
    expect(seen).toHaveLength(1)
  },
)

it('gives up on a vendor that does not answer in time', async () => {
  const http = open({ timeoutMs: 100 })
  script = [() => {}]
  expect((await troubleOf(http.json(post, okSchema, signal()))).kind).toBe('timeout')
})

it('stops when told to, with the reason it was told', async () => {
  const http = open()
  const stop = new AbortController()
  script = [() => stop.abort(new Error('enough'))]
  await expect(http.json(get, okSchema, stop.signal)).rejects.toThrow('enough')
  expect(seen).toHaveLength(1)
})

it('repeats what may be repeated, and nothing else', async () => {
  const http = open()
  script = [json(503, {}), reset, json(200, { ok: true })]
  expect(await http.json(get, okSchema, signal())).toEqual({ ok: true })
  expect(seen).toHaveLength(3)
  script = [json(503, {}), json(200, { ok: true })]
  await troubleOf(http.json(post, okSchema, signal()))
  script = [json(400, {}), json(200, { ok: true })]
  await troubleOf(http.json(get, okSchema, signal()))
  expect(seen).toHaveLength(5)
})

it('repeats anything that was never sent', async () => {
  const gone = createServer()
  gone.listen(0, '127.0.0.1')
  await once(gone, 'listening')
  const baseUrl = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`
  gone.close()
  const proofs: string[] = []
  const authorize = async ({ target }: { target: string }) => {
    proofs.push(target)
    return { headers: {} }
  }
  const failure = await troubleOf(open({ baseUrl, authorize }).json(post, okSchema, signal()))
  expect(failure).toMatchObject({ kind: 'unavailable', code: 'ECONNREFUSED' })
  expect(proofs).toHaveLength(3)
})

it('leaves a vendor alone that has failed many times in a row; other accounts and vendors go on', async () => {
  const http = open()
  script = [json(503, {})]
  for (let count = 0; count < 8; count += 1) await troubleOf(http.send(post, signal()))
  expect(await troubleOf(http.send(post, signal()))).toMatchObject({
    kind: 'unavailable',
    code: 'circuit_open',
  })
  expect(seen).toHaveLength(8)
  // Another journey of the same vendor and origin shares the verdict, another vendor does not.
  const sameLane = toolbox.toolsFor('acme').http({ baseUrl: origin })
  expect((await troubleOf(sameLane.send(post, signal()))).code).toBe('circuit_open')
  script = [json(200, {})]
  await toolbox.toolsFor('other').http({ baseUrl: origin }).send(post, signal())
  await toolbox.toolsFor('acme', 'another account').http({ baseUrl: origin }).send(post, signal())
})

it('gives a tenant its own breaker, where another names the same origin with whatever credentials', async () => {
  open()
  const acme = defineProvider({
    id: 'acme',
    capabilities: { ...EMBEDDED_CAPABILITIES, capture: 'frame' },
    settings: z.strictObject({ api_key: z.string() }),
    create: ({ api_key }, { http }) => {
      const own = http({ baseUrl: origin, authorize: async () => ({ headers: { Authorization: api_key } }) })
      const faces = { create: async () => Promise.reject(), delete: () => own.send(post, signal()) }
      return { id: 'acme', capabilities: EMBEDDED_CAPABILITIES, faces, close: async () => {} }
    },
  })
  const local = { id: 'local', capabilities: EMBEDDED_CAPABILITIES, close: async () => {} }
  const registry = createProviderRegistry(local, { definitions: [acme], toolsFor: toolbox.toolsFor })
  const call = (apiKey: string, tenantId: string) =>
    registry.get('acme', { api_key: apiKey }, tenantId).faces?.delete?.('x', signal()) ?? Promise.reject()
  script = [
    ({ headers }, response) => response.writeHead(headers.authorization === 'bad' ? 503 : 200).end('{}'),
  ]
  for (let count = 0; count < 8; count += 1) await troubleOf(call('bad', 'tenant-b'))
  expect(await troubleOf(call('bad', 'tenant-b'))).toMatchObject({ code: 'circuit_open' })
  await call('good', 'tenant-a')
  await call('good', 'tenant-b')
  // Who knows the other's key has not got their lane either.
  expect(await troubleOf(call('bad', 'tenant-a'))).toMatchObject({ status: 503 })
})

it('does not hold answers of the vendor against it', async () => {
  const http = open()
  script = [json(422, {})]
  for (let count = 0; count < 12; count += 1) {
    expect((await troubleOf(http.send(post, signal()))).code).toBe(undefined)
  }
})

it('keeps no more than 64 calls under way', async () => {
  const http = open()
  let under = 0
  let most = 0
  const waiting: (() => void)[] = []
  script = [
    (_, response) => {
      under += 1
      most = Math.max(most, under)
      waiting.push(() => {
        under -= 1
        response.end('{}')
      })
      if (waiting.length === 64) for (const release of waiting.splice(0)) release()
    },
  ]
  await Promise.all(Array.from({ length: 128 }, () => http.send(post, signal())))
  expect(most).toBe(64)
})

it('gets a token while all places are held by calls that wait for it', async () => {
  const tokens = open({ lane: 'tokens' })
  const token = Promise.withResolvers<void>()
  let held = 0
  const http = toolbox.toolsFor('acme').http({
    baseUrl: `${origin}/v1`,
    authorize: async () => {
      held += 1
      if (held === 64) tokens.send({ ...get, path: '/token' }, signal()).then(token.resolve, token.reject)
      await token.promise
      return { headers: {} }
    },
  })
  script = [json(200, { ok: true })]
  await Promise.all(Array.from({ length: 128 }, () => http.send(post, signal())))
  expect(seen).toHaveLength(129)
})

it('does not ask again for a call whose proof cannot be had, nor hold that against the vendor', async () => {
  const tokens = open({ lane: 'tokens' })
  const proof = tokens.send.bind(undefined, { method: 'GET', path: '/token' })
  const authorize = async (_: unknown, stop: AbortSignal) => {
    await proof(stop)
    return { headers: {} }
  }
  const http = toolbox.toolsFor('acme').http({ baseUrl: `${origin}/v1`, authorize })
  script = [json(503, {})]
  expect(await troubleOf(http.json(get, okSchema, signal()))).toMatchObject({
    kind: 'unavailable',
    status: 503,
  })
  expect(seen.map(({ url }) => url)).toEqual(['/v1/token', '/v1/token', '/v1/token'])
})

it('names errors by the word of the vendor, and only if it is a word', async () => {
  const toErrorCode = (body: unknown) => z.object({ code: z.string() }).safeParse(body).data?.code
  const http = open({ toErrorCode })
  script = [json(409, { code: 'SESSION_EXPIRED' })]
  expect((await troubleOf(http.send(post, signal()))).code).toBe('SESSION_EXPIRED')
  script = [json(409, { code: 'The person Anna Berg is unknown' })]
  expect((await troubleOf(http.send(post, signal()))).code).toBe(undefined)
})

it('says nothing of what was sent or received', async () => {
  const http = open({ authorize: async () => ({ headers: { Authorization: 'Bearer top-secret' } }) })
  script = [json(200, { ok: 'top-secret' })]
  const body = { json: { password: 'top-secret' } }
  for (const answer of [json(200, { ok: 'top-secret' }), json(500, { why: 'top-secret' }), reset]) {
    script = [answer]
    const failure = await troubleOf(http.json({ ...post, body }, okSchema, signal()))
    expect(
      `${failure.stack} ${JSON.stringify(failure)} ${String((failure.cause as Error)?.stack)}`,
    ).not.toContain('top-secret')
  }
})

it.each([
  ['http://acme.example', 'https_required'],
  ['https://127.0.0.1', 'address_refused'],
  ['https://[::1]:8443', 'address_refused'],
  ['https://169.254.169.254/latest', 'address_refused'],
  ['https://localhost', 'address_refused'],
])('calls nothing private or plain, unless the operator says so: %s', async (baseUrl, code) => {
  const failure = await troubleOf(open({ baseUrl }, false).send(get, signal()))
  expect(failure).toMatchObject({ kind: 'rejected', code })
})

it('looks at what a name stands for when it connects', async () => {
  toolbox = createProviderToolbox({
    allowPrivate: false,
    now,
    lookup: async () => [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.7', family: 4 },
    ],
  })
  opened.push(toolbox)
  const http = toolbox.toolsFor('acme').http({ baseUrl: 'https://rebound.example' })
  expect(await troubleOf(http.send(get, signal()))).toMatchObject({
    kind: 'rejected',
    code: 'address_refused',
  })
})

it('makes ids parts of a path, whatever is in them', () => {
  expect(pathOf`/sessions/${'a/b?c'}/media/${'ü'}`).toBe('/sessions/a%2Fb%3Fc/media/%C3%BC')
  expect(() => pathOf`/sessions/${'..'}`).toThrow(TypeError)
  expect(() => pathOf`/sessions/${''}`).toThrow(TypeError)
})
