/** Against what may stand between the server and its clients, and options as an environment may have them. No server. */
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { createVisavis, VisavisError, type VisavisOptions } from './index.ts'

const SECRET = 'sk_secret'

const toJson = (body: object, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })

/** Each request is answered by `answer`, which is told how many there were. */
const open = (answer: (tries: number, request: Request) => Response | Promise<Response>, options = {}) => {
  let tries = 0
  return createVisavis({
    baseUrl: 'https://id.example',
    apiKey: SECRET,
    fetch: async (input, init) => {
      tries += 1
      return answer(tries, new Request(input, init))
    },
    ...options,
  })
}

const fail = (call: () => unknown): Promise<unknown> =>
  new Promise((resolve) => resolve(call())).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  )

describe('what is no answer of Visavis', () => {
  it('is not followed anywhere: it would get the request, or a POST would become a GET', async () => {
    const asked: string[] = []
    const visavis = open((_, { redirect }) => {
      asked.push(redirect)
      return new Response(null, { status: 301, headers: { location: 'https://elsewhere.example/' } })
    })
    const error = await fail(() => visavis.post('/applicants', { body: {} }))
    expect(error).toMatchObject({ name: 'VisavisError', status: 301, code: undefined })
    expect(asked).toEqual(['manual'])
  })

  it('is not taken for data, be it with the status 200', async () => {
    const page = () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } })
    for (const options of [{}, { parseAs: 'text' as const }]) {
      const error = await fail(() => open(page).get('/applicants', options))
      expect(error).toBeInstanceOf(VisavisError)
      expect(error).toMatchObject({ status: 200, code: undefined })
    }
  })

  it('may say with any status how long to wait, and not for longer than is waited', async () => {
    vi.useFakeTimers()
    for (const status of [429, 500, 502, 503, 504]) {
      const answer = (tries: number) =>
        tries === 1 ? toJson({}, status, { 'retry-after': '20' }) : toJson({ data: [] })
      let isDone = false
      const call = open(answer)
        .get('/applicants')
        .then(() => {
          isDone = true
        })
      await vi.advanceTimersByTimeAsync(19_900)
      expect(isDone, String(status)).toBe(false)
      await vi.advanceTimersByTimeAsync(200)
      await call
    }
    const reset = (tries: number) =>
      tries === 1 ? toJson({}, 429, { 'x-ratelimit-reset': '86400' }) : toJson({ data: [] })
    const call = open(reset, { maxRetryAfterS: 2 }).get('/applicants')
    await vi.advanceTimersByTimeAsync(2100)
    expect(await call).toEqual({ data: [] })
    vi.useRealTimers()
  })

  it.each([
    ['the same again', 1],
    ['one of those before, some pages back', 3],
  ])('is a list whose next page is %s: it would be read for ever', async (_, pages) => {
    const visavis = open((tries) => {
      const next = { href: `https://id.example/applicants?after=${tries % pages}` }
      return toJson({ data: [], _links: tries < 20 ? { next } : {} })
    })
    expect(await fail(() => Array.fromAsync(visavis.list('/applicants')))).toMatchObject({
      message: 'GET /applicants: the next page is one that was read already',
    })
  })
})

describe('a call', () => {
  it('is ended by a signal with a time as that says', async () => {
    const never = (_: number, { signal }: Request) =>
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    const error = await fail(() => open(never).get('/applicants', { signal: AbortSignal.timeout(20) }))
    expect(error).toMatchObject({ name: 'TimeoutError', constructor: DOMException })
  })

  it('is ended by its signal while a token is fetched for it and others, who get it', async () => {
    const gate = Promise.withResolvers<void>()
    const visavis = open(
      async (_, { url }) => {
        if (!url.endsWith('/connect/token')) return toJson({ data: [] })
        await gate.promise
        return toJson({ access_token: 't1', expires_in: 3600 })
      },
      { clientId: 'oac_1', clientSecret: SECRET },
    )
    const caller = new AbortController()
    const [left, stays] = [{ signal: caller.signal }, {}].map((init) => visavis.get('/applicants', init))
    setImmediate(() => caller.abort())
    await expect(left).rejects.toMatchObject({ name: 'AbortError' })
    gate.resolve()
    expect(await stays).toEqual({ data: [] })
  })

  it('stays below the path that was named, whatever the ids are', async () => {
    const visavis = open((_, { url }) => toJson({ url }))
    for (const applicantId of ['..', '.', '']) {
      const error = await fail(() =>
        visavis.get('/applicants/{applicantId}', { params: { path: { applicantId } } }),
      )
      expect(error).toMatchObject({ message: 'GET /applicants/{applicantId}: applicantId is none' })
    }
    const params = { path: { applicantId: '../x?y' } }
    expect(await visavis.get('/applicants/{applicantId}', { params })).toEqual({
      url: 'https://id.example/applicants/..%2Fx%3Fy',
    })
  })
})

describe('a token', () => {
  it('that is refused is exchanged once a call, be it after something that passed', async () => {
    const expired = ['t1', 't3', 't4']
    let [tokens, tries] = [0, 0]
    const visavis = open(
      (_, { url, headers }) => {
        if (url.endsWith('/connect/token')) {
          tokens += 1
          return toJson({ access_token: `t${tokens}`, expires_in: 3600 })
        }
        tries += 1
        if (tries === 1) return toJson({}, 503, { 'retry-after': '0' })
        const token = headers.get('authorization')?.slice('Bearer '.length) ?? ''
        return expired.includes(token) ? toJson({}, 401) : toJson({ data: [] })
      },
      { apiKey: undefined, clientId: 'oac_1', clientSecret: SECRET },
    )
    expect(await visavis.get('/applicants')).toEqual({ data: [] })
    expect(tokens).toBe(2)
    // The same twice over: no third token is asked for.
    expired.push('t2')
    expect(await fail(() => visavis.get('/applicants'))).toMatchObject({ status: 401 })
    expect(tokens).toBe(3)
  })

  it('that several calls are refused at the same time is exchanged once', async () => {
    let tokens = 0
    const gates = [1, 2, 3].map(() => Promise.withResolvers<void>())
    const visavis = open(
      async (_, { url, headers }) => {
        if (url.endsWith('/connect/token')) {
          tokens += 1
          return toJson({ access_token: `t${tokens}`, expires_in: 3600 })
        }
        const authorization = headers.get('authorization')
        if (authorization !== 'Bearer t1') return toJson({ authorization })
        await gates[Number(new URL(url).searchParams.get('limit')) - 1]?.promise
        return toJson({}, 401)
      },
      { apiKey: undefined, clientId: 'oac_1', clientSecret: SECRET },
    )
    // One after the other, so that there is a new token before the next one is refused the old one.
    const answers = []
    const calls = [1, 2, 3].map((limit) => visavis.get('/applicants', { params: { query: { limit } } }))
    for (const [index, gate] of gates.entries()) {
      gate.resolve()
      answers.push(await calls[index])
    }
    expect(answers).toEqual(Array(3).fill({ authorization: 'Bearer t2' }))
    expect(tokens).toBe(2)
  })
})

describe('options', () => {
  const make = (options: object) =>
    fail(() => createVisavis({ baseUrl: 'https://id.example', ...options } as VisavisOptions))

  it('that are missing or wrong are told at once, and none is quoted', async () => {
    const cases: [object, string][] = [
      [{}, 'apiKey is missing'],
      [{ apiKey: '' }, 'apiKey is missing'],
      [{ apiKey: `${SECRET}\n${SECRET}` }, 'apiKey has characters'],
      [{ apiKey: `“${SECRET}”` }, 'apiKey has characters'],
      [{ clientId: 'oac_1' }, 'clientSecret is missing'],
      [{ apiKey: SECRET, baseUrl: undefined }, 'baseUrl has to be'],
      [{ apiKey: SECRET, baseUrl: 'id.example' }, 'baseUrl has to be'],
      [{ apiKey: SECRET, baseUrl: `https://me:${SECRET}@id.example` }, 'baseUrl has to be'],
      [{ apiKey: SECRET, baseUrl: `https://id.example?key=${SECRET}` }, 'baseUrl has to be'],
    ]
    for (const [options, says] of cases) {
      const error = await make(options)
      expect(error).toMatchObject({ name: 'TypeError', message: expect.stringContaining(says) })
      expect(inspect(error, { depth: null, showHidden: true })).not.toContain(SECRET)
    }
  })

  it('of an environment and its files are taken as they are meant', async () => {
    const options = { baseUrl: 'https://id.example/visavis//\n', apiKey: `${SECRET}\n`, clientId: undefined }
    const visavis = open((_, { url, headers }) => toJson({ url, by: headers.get('authorization') }), options)
    expect(await visavis.get('/applicants')).toEqual({
      url: 'https://id.example/visavis/applicants',
      by: `Bearer ${SECRET}`,
    })
    expect(inspect(visavis, { depth: null, showHidden: true })).not.toContain(SECRET)
  })
})
