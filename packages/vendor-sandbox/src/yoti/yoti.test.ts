import { createSign, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { FaceComparer } from '../kit/index.ts'
import { deliverSelfie, startYotiSandbox } from './index.ts'

type Sandbox = Awaited<ReturnType<typeof startYotiSandbox>>
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])
/** Whoever is in front of it is the right one. */
const agreeable: FaceComparer = {
  compare: async () => ({ kind: 'compared', matchLevel: 5, distance: 0 }),
  findProblem: async () => undefined,
  extract: async () => undefined,
  close: async () => {},
}
const CHECKS = [
  { type: 'LIVENESS', config: { liveness_type: 'STATIC', max_retries: 2 } },
  { type: 'FACE_COMPARISON', config: { manual_check: 'NEVER' } },
]
let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startYotiSandbox({ faces: agreeable })
})
beforeEach(() => sandbox.verdicts.clear())
afterAll(() => sandbox.close())

interface CallOptions {
  json?: unknown
  body?: Uint8Array
  contentType?: string
  nonce?: string
  timestamp?: string | number
  sdkId?: string
  digest?: string
  /** Signed in place of the path. */
  signedPath?: string
}
const call = async (method: string, path: string, options: CallOptions = {}) => {
  const { sdk_id, private_key, base_url } = sandbox.credentials as Record<string, string>
  const { nonce = randomUUID(), timestamp = sandbox.clock.now().getTime(), sdkId = sdk_id } = options
  const query = `sdkId=${sdkId}&nonce=${nonce}&timestamp=${timestamp}`
  const body =
    options.body ?? (options.json === undefined ? undefined : Buffer.from(JSON.stringify(options.json)))
  const text = [
    method,
    `${options.signedPath ?? path}?${query}`,
    ...(body ? [Buffer.from(body).toString('base64')] : []),
  ]
  const digest =
    options.digest ??
    createSign('sha256')
      .update(text.join('&'))
      .sign(private_key ?? '', 'base64')
  const answer = await fetch(`${base_url}${path}?${query}`, {
    method,
    headers: { 'X-Yoti-Auth-Digest': digest, 'Content-Type': options.contentType ?? 'application/json' },
    ...(body ? { body: Uint8Array.from(body) } : {}),
  })
  const json = await answer.text()
  return { status: answer.status, headers: answer.headers, body: json === '' ? undefined : JSON.parse(json) }
}
const create = async (spec: object = {}) => {
  const { body } = await call('POST', '/sessions', { json: { requested_checks: CHECKS, ...spec } })
  return { sessionId: body.session_id as string, token: body.client_session_token as string }
}
const upload = async (sessionId: string) => {
  const { body } = await call('GET', `/sessions/${sessionId}/configuration`)
  const requirement_id = body.capture.required_resources[1].id
  const path = `/sessions/${sessionId}/resources/face-capture`
  const resource = await call('POST', path, { json: { requirement_id } })
  return put(`${path}/${resource.body.id}/image`)
}
const put = (path: string, type = 'image/jpg', bytes = JPEG) => {
  const head = `--x\r\nContent-Disposition: form-data; name="binary-content"; filename="face-capture-image"\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')])
  return call('PUT', path, { body, contentType: 'multipart/form-data; boundary=x' })
}
const asClient = (path: string, token: string) =>
  fetch(`${sandbox.credentials.base_url}${path}`, { headers: { 'X-Yoti-Auth-Token': token } })

describe('signatures', () => {
  it('are taken once, in their time, in seconds or milliseconds', async () => {
    const nonce = randomUUID()
    const seconds = Math.floor(sandbox.clock.now().getTime() / 1000)
    const json = { requested_checks: CHECKS }
    expect((await call('POST', '/sessions', { json, nonce })).status).toBe(201)
    expect((await call('POST', '/sessions', { json, timestamp: seconds })).status).toBe(201)
    for (const options of [
      { nonce },
      { timestamp: seconds - 301 },
      { timestamp: (seconds + 302) * 1000 },
      { timestamp: 'now' },
      { nonce: 'not-a-uuid' },
      { signedPath: '/idverify/v1/sessions' },
      { digest: 'AAAA' },
    ]) {
      const refused = { status: 401, body: { code: 'MESSAGE_SIGNING' } }
      expect(await call('POST', '/sessions', { json, ...options }), JSON.stringify(options)).toMatchObject(
        refused,
      )
    }
  })

  it('must be there, and belong to the application', async () => {
    const answer = await call('POST', '/sessions', { json: {}, digest: '' })
    expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED_REQUEST' } })
    expect(answer.headers.get('x-request-id')).toEqual(expect.any(String))
    const { sessionId } = await create()
    const sdkId = randomUUID()
    const json = { requested_checks: CHECKS }
    expect(await call('POST', '/sessions', { json, sdkId })).toMatchObject({
      body: { code: 'APP_NOT_FOUND' },
    })
    expect(await call('GET', `/sessions/${sessionId}`, { sdkId })).toMatchObject({
      body: { code: 'BAD_SDK_ID' },
    })
  })
})

it.each([
  ['a TTL of five minutes', { client_session_token_ttl: 300 }, 'client_session_token_ttl'],
  [
    'a deadline beside a TTL',
    { client_session_token_ttl: 600, session_deadline: '2030-01-01T00:00:00Z' },
    'session_deadline',
  ],
  ['pictures gone within a day', { client_session_token_ttl: 600, resources_ttl: 86_999 }, 'resources_ttl'],
  ['notifications over http', { notifications: { endpoint: 'http://x.example' } }, 'notifications.endpoint'],
  [
    'a manual check',
    { requested_checks: [{ type: 'FACE_COMPARISON', config: { manual_check: 'ALWAYS' } }] },
    'requested_checks.0.config.manual_check',
  ],
  ['no checks', { requested_checks: [] }, 'requested_checks'],
])('refuses a session with %s', async (_, spec, property) => {
  const answer = await call('POST', '/sessions', { json: { requested_checks: CHECKS, ...spec } })
  expect(answer).toMatchObject({ status: 400, body: { code: 'PAYLOAD_VALIDATION' } })
  expect(answer.body.errors[0].property).toBe(property)
})

describe('order', () => {
  it('lets nobody in before the reference, and only with the token of that session', async () => {
    const { sessionId, token } = await create()
    const path = `/sessions/${sessionId}/configuration`
    const early = await asClient(path, token)
    expect([early.status, (await early.json()) as object]).toMatchObject([409, { code: 'SESSION_NOT_READY' }])
    expect((await upload(sessionId)).status).toBe(200)
    expect((await asClient(path, token)).status).toBe(200)
    expect((await asClient(path, (await create()).token)).status).toBe(401)
  })

  it('takes pictures by their bytes, in the part they belong in, and the same again', async () => {
    const { sessionId } = await create()
    const { body } = await call('GET', `/sessions/${sessionId}/configuration`)
    const path = `/sessions/${sessionId}/resources/face-capture`
    const refused = { status: 400, body: { code: 'PAYLOAD_VALIDATION' } }
    expect(await call('POST', path, { json: { requirement_id: randomUUID() } })).toMatchObject(refused)
    const requirement_id = body.capture.required_resources[1].id
    const { body: resource } = await call('POST', path, { json: { requirement_id } })
    const image = `${path}/${resource.id}/image`
    expect(await put(image, 'image/gif')).toMatchObject(refused)
    expect(await put(image, 'image/jpeg', Uint8Array.from([1, 2, 3]))).toMatchObject(refused)
    expect((await put(image)).status).toBe(200)
    expect((await put(image)).status).toBe(200)
    const applicant = await call('POST', '/applicants', {
      json: { face: { data: Buffer.from(JPEG).toString('base64') } },
    })
    const json = { applicant_id: applicant.body.id }
    expect((await call('PUT', `${path}/${resource.id}/applicant`, { json })).status).toBe(422)
    expect((await put(`${path}/${randomUUID()}/image`)).status).toBe(404)
  })
})

describe('results', () => {
  const capture = async (spec: object = {}) => {
    const person = await create({ user_tracking_id: 'ada', ...spec })
    await upload(person.sessionId)
    return { ...person, outcome: await deliverSelfie(sandbox.origin, person, JPEG) }
  }
  const read = async (sessionId: string) => (await call('GET', `/sessions/${sessionId}`)).body

  it('are as laid down, try by try, until none is left', async () => {
    sandbox.verdicts.set('ada', { liveness: 'REJECT', reason: 'MASK', failed_sub_check: 'face_processing' })
    const { outcome, ...person } = await capture()
    expect(outcome).toEqual({ kind: 'again' })
    expect(await deliverSelfie(sandbox.origin, person, JPEG)).toEqual({ kind: 'error', code: 5002 })
    const session = await read(person.sessionId)
    expect(session).toMatchObject({ state: 'COMPLETED', checks: [{}, { type: 'LIVENESS' }] })
    expect(session.checks[0].report).toMatchObject({
      recommendation: { value: 'REJECT', reason: 'MASK' },
      breakdown: [{ result: 'PASS' }, { sub_check: 'face_processing', result: 'FAIL' }, { result: 'PASS' }],
    })
    await expect(deliverSelfie(sandbox.origin, person, JPEG)).rejects.toThrow('SESSION_LOCKED')
  })

  it('may take their time, and come without a report until then', async () => {
    sandbox.verdicts.set('ada', { delay_s: 60, comparison: 'REJECT' })
    const { sessionId } = await capture()
    expect(await read(sessionId)).toMatchObject({
      state: 'ONGOING',
      checks: [{ state: 'DONE' }, { state: 'PENDING' }],
    })
    expect((await read(sessionId)).checks[1].report).toBeUndefined()
    sandbox.clock.advance(60_000)
    expect((await read(sessionId)).checks[1].report.recommendation.value).toBe('REJECT')
  })

  it('may be nothing but an error of the page, or pictures that are not handed out', async () => {
    sandbox.verdicts.set('ada', { client_error: 4000 }, { withhold_media: true })
    const { outcome, ...person } = await capture()
    expect(outcome).toEqual({ kind: 'error', code: 4000 })
    await deliverSelfie(sandbox.origin, person, JPEG)
    const { resources } = await read(person.sessionId)
    const id = resources.liveness_capture[0].image.media.id
    expect((await call('GET', `/sessions/${person.sessionId}/media/${id}/content`)).status).toBe(204)
  })

  it('run out: first the token, then the pictures with all the rest', async () => {
    const person = await create({ client_session_token_ttl: 400, resources_ttl: 90_000 })
    await upload(person.sessionId)
    sandbox.clock.advance(400_000)
    await expect(deliverSelfie(sandbox.origin, person, JPEG)).rejects.toThrow('SESSION_EXPIRED')
    expect(await read(person.sessionId)).toMatchObject({
      state: 'EXPIRED',
      client_session_token_ttl: 0,
      checks: [],
    })
    const configuration = `/sessions/${person.sessionId}/configuration`
    expect(await call('GET', configuration)).toMatchObject({ status: 409, body: { code: 'SESSION_EXPIRED' } })
    sandbox.clock.advance(90_000_000)
    expect(await read(person.sessionId)).toMatchObject({ code: 'SESSION_NOT_FOUND' })
  })

  it.each([
    ['BASIC', `Basic ${Buffer.from('user:pw').toString('base64')}`],
    ['BEARER', 'Bearer user:pw'],
  ])('are announced under %s, never told', async (auth_type, Authorization) => {
    const topics = ['resource_update', 'check_completion', 'SESSION_COMPLETION']
    const endpoint = `${sandbox.origin}/idverify/v1/nowhere`
    const before = sandbox.webhooks.sent.length
    const { sessionId } = await capture({
      notifications: { endpoint, topics, auth_type, auth_token: 'user:pw' },
    })
    await sandbox.webhooks.idle()
    const sent = sandbox.webhooks.sent.slice(before)
    const bodies = sent.map(({ body }) => JSON.parse(body))
    expect(bodies.map(({ topic }) => topic)).toEqual([
      'resource_update',
      'resource_update',
      'check_completion',
      'check_completion',
      'session_completion',
    ])
    expect(bodies.at(-1)).toEqual({ session_id: sessionId, topic: 'session_completion' })
    expect(sent.every(({ headers }) => headers.Authorization === Authorization)).toBe(true)
    // Refused there, so sent once more.
    expect(sent[0]?.answers).toEqual([404, 404])
  })
})
