/** Against the real server: its app on a port, with its database. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { AppError } from '@visavis/shared/errors'
import { afterAll, afterEach, beforeAll, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { listen, type RunningServer } from '../../../apps/bff/src/server.ts'
import type { RateLimitState } from '../../../apps/bff/src/storage/rate-limits/types.ts'
import { findFreePort } from '../../../apps/bff/src/storage/testing/start-postgres.ts'
import { createPartnerClient } from '../../../apps/bff/src/testing/clients.ts'
import { createTestApp, fakeJpeg, type TestApp } from '../../../apps/bff/src/testing/test-app.ts'
import { createVisavis, VisavisConnectionError, VisavisError, type VisavisOptions } from './index.ts'

let test: TestApp
let server: RunningServer
let baseUrl: string
let nobodyUrl: string
/** How many requests the server refuses before it takes one. */
let refusals = 0
const consume = async (): Promise<RateLimitState> => {
  refusals -= 1
  return { isAllowed: refusals < 0, limit: 1, remaining: 0, resetS: 1 }
}
beforeAll(async () => {
  test = await createTestApp({ rateLimits: { partner: { name: 'partner', consume } } })
  server = await listen({ host: '127.0.0.1', port: 0 }, () => test.app)
  baseUrl = `http://127.0.0.1:${server.port}/`
  nobodyUrl = `http://127.0.0.1:${await findFreePort()}`
})
afterAll(async () => {
  await server.stop()
  await test.close()
})
afterEach(() => {
  refusals = 0
  test.clock.skewMs = 0
  vi.useRealTimers()
})

/** What went over the wire, in order. */
interface Sent {
  path: string
  key: string | null
  authorization: string | null
  status: number | undefined
}
/** Node's `fetch`, watched; `change` may lose an answer. */
const watchFetch = (change: (answer: Response, tries: number) => Response = (answer) => answer) => {
  const sent: Sent[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { url, headers } = input as Request
    const entry: Sent = {
      path: new URL(url).pathname,
      key: headers.get('idempotency-key'),
      authorization: headers.get('authorization'),
      status: undefined,
    }
    sent.push(entry)
    const answer = await globalThis.fetch(input, init)
    entry.status = answer.status
    return change(answer, sent.length)
  }
  return { fetch, sent }
}

const neverAnswering = () => new Promise<never>(() => undefined)

const toImage = () => Buffer.from(fakeJpeg()).toString('base64')

const openWithKey = (options: Partial<VisavisOptions> = {}) =>
  createVisavis({ baseUrl, apiKey: test.partner.apiKey, ...options })

const openClient = async () =>
  (await createPartnerClient(test).post('/oauth-clients', { name: 'Shop' })).body as {
    id: string
    client_id: string
    client_secret: string
  }

describe('calls', () => {
  it("do the partner's side of the main job", async () => {
    const visavis = openWithKey()
    const external_applicant_id = randomUUID()
    const { id: applicantId } = await visavis.post('/applicants', { body: { external_applicant_id } })
    const image = toImage()
    const params = { path: { applicantId } }
    const face = await visavis.post('/applicants/{applicantId}/faces', { params, body: { image } })
    expect(face.status).toBe('ACTIVE')
    const body = { applicant_id: applicantId, user_journey_id: test.partner.userJourneyId }
    const { id, status } = await visavis.post('/face-authentications', { body })
    expectTypeOf(status).extract<'approved'>().toEqualTypeOf<'approved'>()
    expect(status).toBe('created')
    const attempt = await visavis.post('/face-authentications/{faceAuthenticationId}/attempts', {
      params: { path: { faceAuthenticationId: id } },
      body: { redirect_url: 'https://partner.example/back' },
    })
    expect(attempt._links.verification_url?.href).toMatch(/#[\w-]{43}$/)
    const changed = await visavis.patch('/applicants/{applicantId}', {
      params,
      body: { external_applicant_name: 'Ada' },
    })
    expect(await visavis.get('/applicants/{applicantId}', { params })).toEqual(changed)
    const path = { applicantId, faceId: face.id }
    const gone = await visavis.delete('/applicants/{applicantId}/faces/{faceId}', { params: { path } })
    expect(gone).toBeUndefined()
    // A POST without a body.
    expect((await visavis.post('/applicants/{applicantId}/anonymize', { params })).id).toBe(applicantId)
  })

  it('take no other path, and no other values: the compiler says so before the server does', async () => {
    const visavis = openWithKey()
    const body = { user_journey_id: test.partner.userJourneyId }
    // @ts-expect-error not of the partner's API
    const path = () => visavis.get('/capture/session')
    // @ts-expect-error the applicant is missing
    const missing = () => visavis.post('/face-authentications', { body })
    // @ts-expect-error not a status of faces
    const status = () => visavis.get('/faces', { params: { query: { status: 'approved' } } })
    // @ts-expect-error not a list
    const list = visavis.list('/events/{eventId}', { params: { path: { eventId: 'evt_' } } })
    await expect(path()).rejects.toMatchObject({ status: 401 })
    await expect(missing()).rejects.toMatchObject({ errorCodes: ['applicant_id__required'] })
    await expect(status()).rejects.toMatchObject({ errorCodes: ['status__invalid_format'] })
    await expect(list.next()).rejects.toMatchObject({ code: 'not_found' })
  })

  it('bring a list as a file', async () => {
    const visavis = openWithKey()
    await visavis.post('/applicants', { body: {} })
    const params = { query: { format: 'csv' as const } }
    const file = await visavis.get('/applicants', { params, parseAs: 'text' })
    expect(file).toMatch(/^id,/)
  })
})

describe('errors', () => {
  it('say what happened, and where it is explained', async () => {
    const unknown = { params: { path: { applicantId: 'aplt_unknown' } } }
    const error = await openWithKey()
      .get('/applicants/{applicantId}', unknown)
      .catch((failure: unknown) => failure)
    expect(error).toBeInstanceOf(VisavisError)
    expect(error).toMatchObject({
      message: expect.stringContaining('GET /applicants/aplt_unknown: 404 not_found'),
      status: 404,
      code: 'not_found',
      docUrl: `${test.deps.errorDocsUrl}#not_found`,
      requestId: expect.stringMatching(/^[\w-]{20,}$/),
    })
    expect(test.log.text).toContain((error as VisavisError).requestId)
  })

  it('name the fields that are wrong', async () => {
    const wrong = openWithKey().post('/applicants', { body: { email: 'nobody' } })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      code: 'request_invalid',
      errorCodes: ['email__invalid_format'],
    })
  })

  it('hold no key: they end up in logs', async () => {
    const apiKey = 'sk_secret'
    const visavis = createVisavis({ baseUrl, apiKey, retries: 0 })
    const nobody = createVisavis({ baseUrl: nobodyUrl, apiKey, retries: 0 })
    const late = createVisavis({ baseUrl, apiKey, retries: 0, timeoutMs: 1, fetch: neverAnswering })
    for (const each of [visavis, nobody, late]) {
      const error = await each.get('/applicants').catch((failure: unknown) => failure)
      expect(error).toBeInstanceOf(Error)
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain(apiKey)
    }
  })

  it('of a proxy in front have no code', async () => {
    const { fetch } = watchFetch(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
    const error = openWithKey({ fetch, retries: 0 }).get('/applicants')
    await expect(error).rejects.toMatchObject({ status: 502, code: undefined, errorCodes: [] })
  })

  it('tell an answer from none', async () => {
    const none = createVisavis({ baseUrl: nobodyUrl, apiKey: 'sk_', retries: 0 }).get('/applicants')
    await expect(none).rejects.toThrow(VisavisConnectionError)
    await expect(none).rejects.toMatchObject({ cause: { cause: { code: 'ECONNREFUSED' } } })
    const late = openWithKey({ fetch: neverAnswering, timeoutMs: 1, retries: 0 }).get('/applicants')
    await expect(late).rejects.toThrow(VisavisConnectionError)
  })
})

describe('a request is sent again', () => {
  it('when the server says so, after as long as it says', async () => {
    refusals = 1
    const { fetch, sent } = watchFetch()
    const started = performance.now()
    await openWithKey({ fetch }).get('/applicants')
    expect(sent.map(({ status }) => status)).toEqual([429, 200])
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  it('not when that takes longer than it may, and not for ever', async () => {
    refusals = 1
    await expect(openWithKey({ maxRetryAfterS: 0 }).get('/applicants')).rejects.toMatchObject({
      status: 429,
      code: 'rate_limited',
      retryAfterS: 1,
    })
    refusals = 9
    const { fetch, sent } = watchFetch()
    await expect(openWithKey({ fetch, retries: 1 }).get('/applicants')).rejects.toThrow('rate_limited')
    expect(sent).toHaveLength(2)
  })

  it('when the server could not do it just now, and does not say when it can', async () => {
    const { id: applicantId } = await openWithKey().post('/applicants', { body: {} })
    test.provider.duringEnrol = async () => {
      test.provider.duringEnrol = async () => {}
      throw new AppError('PROVIDER_UNAVAILABLE')
    }
    const { fetch, sent } = watchFetch()
    await openWithKey({ fetch }).post('/applicants/{applicantId}/faces', {
      params: { path: { applicantId } },
      body: { image: toImage() },
    })
    expect(sent.map(({ status }) => status)).toEqual([503, 201])
  })

  it('when its answer is lost, and done once', async () => {
    const { fetch, sent } = watchFetch((answer, tries) => {
      if (tries === 1) throw new TypeError('fetch failed')
      return answer
    })
    const visavis = openWithKey({ fetch })
    const external_applicant_id = randomUUID()
    const { id } = await visavis.post('/applicants', { body: { external_applicant_id } })
    expect(sent.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    const found = await visavis.get('/applicants', { params: { query: { external_applicant_id } } })
    expect(found.data.map((each) => each.id)).toEqual([id])
  })

  it('when its answer breaks off, or stops half-way', async () => {
    const page = JSON.stringify({ limit: 10, data: [], _links: { self: { href: `${baseUrl}applicants` } } })
    let tries = 0
    const half = createServer((_, response) => {
      tries += 1
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': page.length })
      if (tries === 3) response.end(page)
      else response.write(page.slice(0, 20), () => (tries === 1 ? response.destroy() : undefined))
    })
    half.listen(0, '127.0.0.1')
    await once(half, 'listening')
    const { port } = half.address() as AddressInfo
    const visavis = openWithKey({ baseUrl: `http://127.0.0.1:${port}`, timeoutMs: 300 })
    expect(await visavis.get('/applicants')).toMatchObject({ data: [] })
    expect(tries).toBe(3)
    half.closeAllConnections()
    half.close()
  })

  it('when the first still runs behind a broken connection', async () => {
    const { id: applicantId } = await openWithKey().post('/applicants', { body: {} })
    const gate = Promise.withResolvers<void>()
    test.provider.duringEnrol = () => gate.promise
    const { fetch, sent } = watchFetch((answer) => {
      if (answer.status === 409) gate.resolve()
      return answer
    })
    const face = await openWithKey({ fetch, timeoutMs: 500, retries: 4 }).post(
      '/applicants/{applicantId}/faces',
      {
        params: { path: { applicantId } },
        body: { image: toImage() },
      },
    )
    test.provider.duringEnrol = async () => {}
    expect(face.status).toBe('ACTIVE')
    expect(sent.map(({ status }) => status)).toEqual(expect.arrayContaining([409, 201]))
  })

  it('with the key that the caller chose', async () => {
    const { fetch, sent } = watchFetch()
    const visavis = openWithKey({ fetch })
    const header = { 'Idempotency-Key': randomUUID() }
    const first = await visavis.post('/applicants', { params: { header }, body: {} })
    expect(await visavis.post('/applicants', { params: { header }, body: {} })).toEqual(first)
    expect(sent.map(({ key }) => key)).toEqual([header['Idempotency-Key'], header['Idempotency-Key']])
  })
})

describe('a list', () => {
  it('goes on behind its first page, at the same server', async () => {
    const visavis = openWithKey()
    const created_after = new Date().toISOString()
    const ids = []
    for (let i = 0; i < 5; i += 1) ids.push((await visavis.post('/applicants', { body: {} })).id)
    const { fetch, sent } = watchFetch()
    const found = []
    // The server's own links lead to its public address, where nobody listens.
    for await (const { id } of openWithKey({ fetch }).list('/applicants', {
      params: { query: { created_after, limit: 2 } },
    })) {
      found.push(id)
    }
    expect(found).toEqual(ids.toReversed())
    expect(sent).toHaveLength(3)
  })

  it('is read no further than you go', async () => {
    const { fetch, sent } = watchFetch()
    for await (const _ of openWithKey({ fetch }).list('/applicants', { params: { query: { limit: 1 } } }))
      break
    expect(sent).toHaveLength(1)
  })

  it('with `skip` is read the same way', async () => {
    const visavis = openWithKey()
    const { id: applicantId } = await visavis.post('/applicants', { body: {} })
    const path = { applicantId }
    const ids = []
    for (let i = 0; i < 3; i += 1) {
      const image = toImage()
      ids.push(
        (await visavis.post('/applicants/{applicantId}/faces', { params: { path }, body: { image } })).id,
      )
    }
    const faces = visavis.list('/applicants/{applicantId}/faces', { params: { path, query: { limit: 2 } } })
    expect((await Array.fromAsync(faces)).map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
  })
})

describe('OAuth client credentials', () => {
  const open = async (fetch: typeof globalThis.fetch, scope?: string) => {
    const { client_id: clientId, client_secret: clientSecret } = await openClient()
    return createVisavis({ baseUrl, clientId, clientSecret, fetch, ...(scope ? { scope } : {}) })
  }
  const countTokens = (sent: readonly Sent[]) => sent.filter(({ path }) => path === '/connect/token').length

  it('are exchanged once for all calls, and anew before the token ends', async () => {
    const { fetch, sent } = watchFetch()
    const visavis = await open(fetch)
    await Promise.all([visavis.get('/applicants'), visavis.get('/applicants'), visavis.get('/faces')])
    expect(countTokens(sent)).toBe(1)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 58 * 60_000 })
    await visavis.get('/applicants')
    expect(countTokens(sent)).toBe(1)
    vi.setSystemTime(Date.now() + 90_000)
    await visavis.get('/applicants')
    expect(countTokens(sent)).toBe(2)
    expect(sent.every(({ status }) => status === 200)).toBe(true)
  })

  it('are exchanged anew when a token is refused, once', async () => {
    const { fetch, sent } = watchFetch()
    const visavis = await open(fetch)
    await visavis.get('/applicants')
    test.clock.skewMs = 2 * 3_600_000
    await visavis.get('/applicants')
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 401, 200, 200])
    expect(
      new Set(sent.filter(({ path }) => path === '/applicants').map((each) => each.authorization)).size,
    ).toBe(2)
  })

  it('are exchanged anew the next time where nothing is tried again', async () => {
    const { client_id: clientId, client_secret: clientSecret } = await openClient()
    const visavis = createVisavis({ baseUrl, clientId, clientSecret, retries: 0 })
    await visavis.get('/applicants')
    test.clock.skewMs = 2 * 3_600_000
    await expect(visavis.get('/applicants')).rejects.toMatchObject({ status: 401, code: 'api_key_invalid' })
    await visavis.get('/applicants')
  })

  it('give a token for no more than was asked for', async () => {
    const visavis = await open(globalThis.fetch, 'applicant:*')
    await visavis.get('/applicants')
    await expect(visavis.get('/faces')).rejects.toMatchObject({ status: 403, code: 'scope_missing' })
  })

  it('that are wrong are told so, and asked for again the next time', async () => {
    const { fetch, sent } = watchFetch()
    const visavis = createVisavis({ baseUrl, clientId: 'oac_wrong', clientSecret: 'wrong', fetch })
    for (let i = 0; i < 2; i += 1) {
      await expect(visavis.get('/applicants')).rejects.toMatchObject({
        status: 401,
        code: 'invalid_client',
        docUrl: `${test.deps.errorDocsUrl}#invalid_client`,
      })
    }
    expect(countTokens(sent)).toBe(2)
  })
})
