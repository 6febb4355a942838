/** Every documented endpoint, asked what its own schema allows and what it does not. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from './api-endpoints.ts'
import { createApiDocument } from './http/create-api-document.ts'
import type { EndpointSpec } from './http/endpoint.ts'
import { arbitraryOf, type JsonSchema } from './testing/arbitrary-of.ts'
import { checkAnswer } from './testing/check-answer.ts'
import { createBrowserClient } from './testing/clients.ts'
import { fakeFace } from './testing/fake-face.ts'
import { fillTenant, type Ids } from './testing/fill-tenant.ts'
import { openTestApp } from './testing/open-test-app.ts'
import { sendToReview } from './testing/send-to-review.ts'
import { fakeJpeg } from './testing/test-app.ts'

/** `FUZZ_RUNS=1000 FUZZ_SEED=$RANDOM` hunts longer, elsewhere. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 25)
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_228)

const document = createApiDocument(ENDPOINTS, { publicUrl: 'http://localhost', version: '0' })
const resolve = (ref: string) => document.components?.schemas?.[ref.split('/').at(-1) ?? ''] as JsonSchema

/** Never to be seen in an answer; sent as a picture. */
const MARKER = 'A-FACE-IN-THE-CLEAR'
const PICTURE = Buffer.concat([fakeJpeg(), Buffer.from(MARKER)])
/** One in which the scripted provider finds somebody. */
const FACE = Buffer.from(fakeFace(2)).toString('base64')

const { test, partner } = await openTestApp()

interface Sent {
  path: string
  query: Record<string, unknown>
  body: string | Uint8Array<ArrayBuffer> | undefined
  headers: Record<string, string>
}

interface Fixture {
  ids: Ids
  token: string
}

const schemaOf = (operation: EndpointSpec, type: string) => {
  const body = document.paths?.[operation.path]?.[operation.method]?.requestBody
  const content = body && 'content' in body ? body.content?.[type] : undefined
  return (content && 'schema' in content ? content.schema : undefined) as JsonSchema | undefined
}

const knownOf = (ids: Ids): Record<string, unknown[]> => ({
  applicant_id: [ids.applicantId],
  user_journey_id: [ids.userJourneyId],
  attempt_id: [ids.attemptId],
  image: [PICTURE.toString('base64'), FACE],
  source_image: [FACE],
  target_image: [FACE],
  provider: ['embedded', 'vendor'],
  redirect_url: ['https://partner.example/back?x=1'],
  url: ['https://127.0.0.1/hooks'],
  allowed_redirect_urls: [['https://partner.example']],
  allowed_frame_origins: [['https://partner.example']],
  allowed_networks: [[]],
  thresholds: [{}, { yaw: { enter: 20, leave: 17 }, even_light: null }],
  // Only with `passive`.
  liveness_step_up: [null],
  grant_type: ['client_credentials'],
})

const validBody = (operation: EndpointSpec, { ids }: Fixture): fc.Arbitrary<unknown> | undefined => {
  const schema = schemaOf(operation, 'application/json')
  const body = schema && arbitraryOf(schema, { resolve, known: knownOf(ids) })
  return operation.id === 'addFace' ? body?.map(keepOneSource) : body
}

const SOURCES = ['image', 'attempt_id', 'vendor_reference', 'at_vendor']

/** The one rule that the schema cannot say. */
const keepOneSource = (body: unknown): object => {
  const entries = Object.entries(body as object)
  const kept = entries.find(([name]) => SOURCES.includes(name))?.[0]
  return Object.fromEntries(entries.filter(([name]) => name === kept || !SOURCES.includes(name)))
}

/**
 * Its success needs what no schema tells: a client's own secret, a mail server, a code that follows from the time, a
 * journey that asks for turns of the head, or for a video of them. So do all endpoints of the console: somebody who signed in.
 */
const NEEDS_MORE = [
  'createAccessToken',
  'activateFace',
  'openHandoff',
  'confirmHandoff',
  'completeStep',
  'beginChallenge',
  'putTurn',
  'putTurnVideo',
  'extendChallenge',
]

/** What people, scanners and broken clients send. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    'null',
    '..',
    '%',
    "' or 1=1 --",
    '\ud800',
    '💥'.repeat(300),
    '__proto__',
    'toString',
  ),
)

const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

const toAddress = (path: string, values: readonly (string | undefined)[]) =>
  namesIn(path).reduce(
    (address, name, index) => address.replace(`{${name}}`, encodeURIComponent(values[index] ?? '')),
    path,
  )

const addressOf = (operation: EndpointSpec, ids: Ids, isHonest: boolean): fc.Arbitrary<string> => {
  const names = namesIn(operation.path)
  const values = names.map((name) => {
    const real = fc.constant(ids[name] ?? 'unknown')
    return isHonest
      ? real
      : fc.oneof(
          { weight: 3, arbitrary: real },
          // URLs have no such steps: a client asks for another address.
          oddText.filter((text) => text.isWellFormed() && text !== '.' && text !== '..'),
        )
  })
  return fc.tuple(...values).map((chosen) => toAddress(operation.path, chosen))
}

const queryOf = ({ query }: EndpointSpec): fc.Arbitrary<Record<string, unknown>> =>
  query
    ? fc.record(
        Object.fromEntries(
          Object.keys(query.shape).map((name) => [name, oddText.filter((text) => text.isWellFormed())]),
        ),
        { requiredKeys: [] },
      )
    : fc.constant({})

const JSON_TYPE = { 'content-type': 'application/json' }

const validRequest = (operation: EndpointSpec, fixture: Fixture): fc.Arbitrary<Sent> =>
  fc.record({
    path: addressOf(operation, fixture.ids, true),
    query: fc.constant({}),
    body:
      validBody(operation, fixture)?.map((body) => JSON.stringify(body)) ??
      fc.constant(operation.path === '/capture/selfie' ? new Uint8Array(PICTURE) : undefined),
    headers: fc.constant(operation.body ? JSON_TYPE : {}),
  })

/** One value of a sound body put out of joint. */
const spoilt = (body: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc
    .tuple(body, fc.nat(), fc.oneof(fc.jsonValue(), oddText, fc.constant(undefined)))
    .map(([sound, nth, odd]) => {
      if (typeof sound !== 'object' || sound === null) return JSON.stringify(odd) ?? ''
      const names = [...Object.keys(sound), 'unexpected']
      return JSON.stringify({ ...sound, [names[nth % names.length] ?? '']: odd })
    })

const brokenRequest = (operation: EndpointSpec, fixture: Fixture): fc.Arbitrary<Sent> => {
  const body = validBody(operation, fixture)
  const texts = fc.oneof(
    ...(body ? [{ weight: 4, arbitrary: spoilt(body) }] : []),
    fc.json(),
    oddText,
    fc.constantFrom(
      '{',
      '[]',
      'null',
      '"x"',
      '{"__proto__":{"x":1}}',
      '['.repeat(30_000),
      `{"a":"${'x'.repeat(70_000)}"}`,
    ),
  )
  const type = fc.oneof(
    { weight: 5, arbitrary: fc.constant('application/json') },
    fc.constantFrom(
      'text/plain',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'image/jpeg',
    ),
  )
  return fc.record({
    path: addressOf(operation, fixture.ids, false),
    query: queryOf(operation),
    body:
      operation.method === 'get' || operation.method === 'delete'
        ? fc.constant(undefined)
        : fc.oneof(
            texts,
            fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes)),
          ),
    headers: fc.record(
      { 'content-type': type, 'idempotency-key': fc.string({ maxLength: 20 }) },
      { requiredKeys: ['content-type'] },
    ),
  })
}

const send = async (operation: EndpointSpec, { token }: Fixture, { path, query, body, headers }: Sent) => {
  const credential = operation.audience === 'capture' ? token : test.partner.apiKey
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const address = search.size > 0 ? `${path}?${search}` : path
  const method = operation.method.toUpperCase()
  const response = await test.app.request(address, {
    method,
    headers: { ...headers, authorization: `Bearer ${credential}`, 'sec-fetch-site': 'same-origin' },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const { status } = response
  const said = `${method} ${address} ${JSON.stringify(body)?.slice(0, 500)}: ${status} ${text.slice(0, 500)}`
  if (status >= 500) throw new Error(said)
  checkAnswer({ method, path: address, status, contentType: response.headers.get('content-type'), text })
  const leak = /\.[jt]s:\d+|node_modules|\bSELECT\b|\bINSERT\b/.exec(text)?.[0]
  if (leak || text.includes(MARKER) || text.includes(credential)) throw new Error(`${said} leaks ${leak}`)
  return status
}

const createFixture = async ({ path }: EndpointSpec): Promise<Fixture> => {
  const ids = await fillTenant(partner)
  // There is a receipt only of what was erased.
  const erasure = path.replace('/erasure-receipt', '/anonymize')
  if (erasure !== path)
    await partner.post(
      toAddress(
        erasure,
        namesIn(path).map((name) => ids[name]),
      ),
      {},
    )
  if (path.endsWith('/review')) await sendToReview(test.deps.database, test.partner.tenantId, ids)
  const { token } = await partner.startAttempt()
  const browser = createBrowserClient(test, token)
  await browser.session()
  await browser.consent()
  if (path.startsWith('/capture/handoff')) await browser.post('handoff')
  // Nothing more can happen then, so that the stream ends at once.
  if (path === '/capture/handoff/events') await browser.post('handoff/cancel')
  return { ids, token }
}

const asked = ENDPOINTS.filter(({ tag }) => tag !== 'Operations')

describe.each(
  asked.map((operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation] as const),
)('%s', (_, operation) => {
  it('takes what its schema allows', async () => {
    const fixture = await createFixture(operation)
    const seen = new Set<number>()
    const sendValid = (numRuns: number, seed: number) =>
      fc.assert(
        fc.asyncProperty(validRequest(operation, fixture), async (request) => {
          seen.add(await send(operation, fixture, request))
        }),
        { numRuns, seed: seed + asked.indexOf(operation) },
      )
    await sendValid(RUNS, SEED)
    if (operation.audience === 'console' || NEEDS_MORE.includes(operation.id)) return
    const success = Object.keys(operation.answers).map(Number)
    const taken = () => [...seen].filter((status) => success.includes(status))
    // Of the journeys that the schema allows, one in ten can be: colours that can be read, a provider that there is.
    if (taken().length === 0) await sendValid(5 * RUNS, SEED + 1000)
    expect(taken(), [...seen].join()).not.toEqual([])
  })

  it('refuses everything else in its own words', async () => {
    const fixture = await createFixture(operation)
    await fc.assert(
      fc.asyncProperty(brokenRequest(operation, fixture), async (request) => {
        await send(operation, fixture, request)
      }),
      { numRuns: RUNS, seed: SEED + asked.indexOf(operation) },
    )
  })
})

it.each([
  ['/applicants/%00', 404],
  ['/face-authentications/a%00b/attempts', 404],
  ['/events/%00?skip=1', 404],
])('no row has %s', async (path, status) => {
  expect((await partner.get(path)).status).toBe(status)
})

describe.each(['%00', '%20', '%', '%ff', 'a.b:c@d', '%3Cscript%3E', 'fatp_X'])(
  'no page breaks at %s',
  (id) => {
    const host = 'x.localhost:8787'
    it.each([
      ['GET', `/vendor-script/${id}`, 404],
      ['GET', `http://${host}/vendor-script/${id}`, 404],
      ['GET', `http://${host}/vendor-script/${id}/${id}`, 404],
      ['GET', `/verify/${id}`, 200],
      ['GET', `/frame/${id}`, 200],
      ['GET', `/assets/${id}?expires=${id}&signature=${id}`, 403],
      ['GET', `/return/${id}`, 303],
      ['POST', `/vendor/${id}/${id}`, 404],
      ['POST', `/vendor/vendor/${id}`, 404],
      ['POST', `/vendor/${id}/${test.partner.userJourneyId}`, 404],
      ['GET', `/docs/${id}`, 404],
      ['GET', `/engine/${id}/${id}`, 404],
      ['GET', `/code/${id}`, 404],
    ])('%s %s', async (method, path, status) => {
      expect((await test.app.request(path, { method })).status).toBe(status)
    })
  },
)

it('nothing of it went to the log', () => {
  expect(test.log.text).not.toContain(MARKER)
  expect(test.log.text).not.toContain(test.partner.apiKey)
})
