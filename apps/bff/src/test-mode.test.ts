/** Test mode on the real routes: each magic applicant, the wall between the modes, and those who try to get over it. */
import { createHash } from 'node:crypto'
import { TEST_OUTCOMES } from '@visavis/shared/test-mode'
import pino from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { setUpTenant } from './features/access/index.ts'
import { verifyDecisions } from './features/authentications/index.ts'
import type { RequestObservation } from './http/observe-requests.ts'
import { createMetrics } from './telemetry/metrics.ts'
import { createBrowserClient, createPartnerClient } from './testing/clients.ts'
import { openConsole } from './testing/console-client.ts'
import { openTestApp } from './testing/open-test-app.ts'
import { APPROVED, DECLINED } from './testing/scripted-provider.ts'

const { test, partner: live, pglite } = await openTestApp()
const { database } = test.deps
const metrics = createMetrics({ readDepths: database.queue.depths })
const observed: unknown[] = []
test.deps.observeCapture = (observation) => observed.push(observation)

const NOBODY = new TextEncoder().encode('no picture at all')
/** Of no face, as far as its first bytes go. */
const BLANK = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0])
const BACK = { redirect_url: 'https://partner.example/back' }

type Client = ReturnType<typeof createPartnerClient>
let testKey: string
let testJourneyId: string
let testTenantId: string
let testing: Client

beforeAll(async () => {
  const { body } = await live.post('/api-keys', { scopes: ['admin'], livemode: false })
  testKey = body.key
  testJourneyId = (await createPartnerClient(test, testKey).get('/user-journeys')).body.data[0].id
  testing = createPartnerClient(
    { ...test, partner: { ...test.partner, userJourneyId: testJourneyId } },
    testKey,
  )
  // No engine looks for life here: whoever asked it would be told so.
  await pglite.query("UPDATE user_journeys SET liveness_policy = 'active' WHERE id = $1", [testJourneyId])
  testTenantId = (await database.tenants.findTest(test.partner.tenantId))?.id ?? ''
})

/** From the applicant to the link, with what they are called. */
const start = async (client: Client, name: string) => {
  const applicantId = await client.createApplicant({ external_applicant_id: name })
  const attempt = await client.startAttempt(await client.startAuthentication(applicantId))
  const path = `/face-authentications/${attempt.authenticationId}`
  return {
    ...attempt,
    applicantId,
    browser: createBrowserClient(test, attempt.token),
    read: async () => (await client.get(path)).body,
    readAttempt: async () => (await client.get(`${path}/attempts/${attempt.attemptId}`)).body,
  }
}

const capture = async (client: Client, name: string) => {
  const link = await start(client, name)
  await link.browser.session()
  await link.browser.consent()
  return { ...link, answer: await link.browser.upload(BLANK) }
}

describe('a magic applicant', () => {
  it('is approved, with no face on file and none in the picture', async () => {
    const { answer, read, readAttempt, authenticationId } = await capture(testing, 'test_approved')
    expect(answer.body.next).toBe('done')
    expect(await read()).toMatchObject({
      status: 'approved',
      livemode: false,
      response_codes: [{ code: 10000, summary: 'approved' }],
      risk_labels: [],
    })
    expect(await readAttempt()).toMatchObject({
      status: 'completed',
      livemode: false,
      details: { match_level: 5, liveness: { result: 'passed', model_id: 'test' } },
    })
    const decisions = await database.decisions.list(testTenantId, 0, 100)
    expect(decisions.find((each) => each.faceAuthenticationId === authenticationId)).toMatchObject({
      verdict: 'approved',
      modelId: 'test',
    })
  })

  it('is declined as somebody else', async () => {
    const { answer, read } = await capture(testing, 'test_declined')
    expect(answer.body.next).toBe('done')
    expect(await read()).toMatchObject({
      status: 'declined',
      livemode: false,
      response_codes: [{ code: 62321 }],
    })
  })

  it('is declined as a spoof, by liveness', async () => {
    const { read, readAttempt } = await capture(testing, 'test_spoof')
    expect(await read()).toMatchObject({
      status: 'declined',
      response_codes: [{ code: 62305 }],
      risk_labels: ['face_not_live'],
    })
    expect(await readAttempt()).toMatchObject({
      details: { liveness: { result: 'failed', model_id: 'test' } },
    })
  })

  it('has no face in any picture, until there were as many as may be', async () => {
    const { answer, browser, read } = await capture(testing, 'test_no_face')
    expect(answer.body).toEqual({ next: 'retry', reasons: ['no_face'] })
    await browser.upload(BLANK)
    expect((await browser.upload(BLANK)).body.next).toBe('done')
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61410 }] })
  })

  it('meets a provider that is down, and the link stays open', async () => {
    const { answer, read } = await capture(testing, 'test_unavailable')
    expect(answer).toMatchObject({ status: 503, body: { code: 'PROVIDER_UNAVAILABLE', retryable: true } })
    expect((await read()).status).toBe('capture_in_progress')
  })

  it('has a link that is over', async () => {
    const { browser, read } = await start(testing, 'test_expired')
    expect((await browser.session()).body).toMatchObject({ link: 'expired', next: { next: 'done' } })
    expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61101 }] })
    const { body } = await testing.get('/events?limit=100')
    const types = body.data.map(({ type }: { type: string }) => type)
    expect(types).toContain('face_authentication_link_expired')
  })

  it('may be one of several', async () => {
    const { read } = await capture(testing, 'test_approved-customer-7')
    expect(await read()).toMatchObject({ status: 'approved' })
  })

  it('that asks for what there is not is refused by name', async () => {
    for (const name of ['test_aproved', 'test_', 'test_approvedx']) {
      expect(await testing.post('/applicants', { external_applicant_id: name }), name).toMatchObject({
        status: 422,
        body: { error_codes: ['external_applicant_id__unknown'] },
      })
    }
  })

  it('is checked as everybody is: consent, the kind of file, tries, one link for one verdict', async () => {
    const { browser, authenticationId } = await start(testing, 'test_approved')
    await browser.session()
    expect(await browser.upload(BLANK)).toMatchObject({ status: 409, body: { code: 'CONSENT_REQUIRED' } })
    await browser.consent()
    expect((await browser.upload(NOBODY)).body.code).toBe('IMAGE_TYPE_UNSUPPORTED')
    expect((await browser.upload(BLANK)).status).toBe(200)
    expect((await browser.upload(BLANK)).body.code).toBe('ATTEMPT_CLOSED')
    expect((await testing.post(`/face-authentications/${authenticationId}/attempts`, BACK)).status).toBe(409)
  })

  it('is judged whatever the journey asks for, and whatever vendor it names', async () => {
    const settings = {
      name: 'Vendor',
      provider: 'vendor',
      allowed_redirect_urls: ['https://partner.example'],
    }
    const journey = (await testing.post('/user-journeys', settings)).body
    const applicant_id = await testing.createApplicant({ external_applicant_id: 'test_approved' })
    const made = await testing.post('/face-authentications', { applicant_id, user_journey_id: journey.id })
    const { token } = await testing.startAttempt(made.body.id)
    const browser = createBrowserClient(test, token)
    expect((await browser.session()).body.capture_mode).toBe('selfie-upload')
    await browser.consent()
    await browser.upload(BLANK)
    expect((await testing.get(`/face-authentications/${made.body.id}`)).body.status).toBe('approved')
  })
})

describe('everybody else in test mode', () => {
  it('is compared by the engine', async () => {
    await testing.patch(`/user-journeys/${testJourneyId}`, { liveness_policy: 'none' })
    test.provider.script(DECLINED)
    const verified = test.provider.verified
    const applicantId = await testing.createApplicant({ external_applicant_id: 'customer-7' })
    await testing.enrol(applicantId)
    const { authenticationId } = await testing.finishAttempt(applicantId)
    expect(test.provider.verified).toBe(verified + 1)
    expect((await testing.get(`/face-authentications/${authenticationId}`)).body).toMatchObject({
      status: 'declined',
      livemode: false,
    })
  })
})

describe('the wall', () => {
  it('keeps what is made in one mode out of every list and every path of the other', async () => {
    const theirs = await capture(testing, 'test_approved')
    const ours = await live.finishAttempt(await liveApplicant())
    const lists = [
      'applicants',
      'face-authentications',
      'attempts',
      'events',
      'api-keys',
      'user-journeys',
      'faces',
    ]
    for (const path of lists) {
      const [a, b] = await Promise.all([live, testing].map((client) => client.get(`/${path}?limit=100`)))
      const idsOf = (answer: typeof a): string[] =>
        answer?.body.data.map(({ id }: { id: string }) => id) ?? []
      expect(idsOf(a).length, path).toBeGreaterThan(0)
      expect(
        idsOf(a).filter((id) => idsOf(b).includes(id)),
        path,
      ).toEqual([])
    }
    for (const path of [
      `/applicants/${theirs.applicantId}`,
      `/face-authentications/${theirs.authenticationId}`,
      `/face-authentications/${theirs.authenticationId}/attempts/${theirs.attemptId}`,
      `/user-journeys/${testJourneyId}`,
    ]) {
      expect((await live.get(path)).status, path).toBe(404)
    }
    expect((await testing.get(`/face-authentications/${ours.authenticationId}`)).status).toBe(404)
  })

  it('joins nothing across it', async () => {
    const applicant_id = await liveApplicant()
    const user_journey_id = testJourneyId
    expect(await testing.post('/face-authentications', { applicant_id, user_journey_id })).toMatchObject({
      status: 422,
      body: { error_codes: ['applicant_id__not_found'] },
    })
    expect(await live.post('/face-authentications', { applicant_id, user_journey_id })).toMatchObject({
      status: 422,
      body: { error_codes: ['user_journey_id__not_found'] },
    })
  })

  it('marks files too, and leaves live ones as they were', async () => {
    const head = async (client: Client, list: string) =>
      (await client.get(`/${list}?format=csv`)).body
        .split('\r\n')
        .map((line: string) => line.split(',').at(-1))
    for (const list of ['face-authentications', 'attempts', 'applicants']) {
      const [column, first] = await head(testing, list)
      expect([column, first], list).toEqual(['livemode', 'false'])
      expect((await head(live, list))[0], list).not.toBe('livemode')
    }
    const { body } = await testing.get('/faces')
    expect(body.data[0]).toMatchObject({ livemode: false })
  })

  it('tells webhooks of their own mode alone, and says which', async () => {
    const endpoint = { url: 'http://127.0.0.1:9/hooks' }
    const [ours, theirs] = await Promise.all(
      [live, testing].map(async (client) => (await client.post('/webhook-endpoints', endpoint)).body.id),
    )
    await capture(testing, 'test_approved')
    const count = async (client: Client, id: string) =>
      (await client.get(`/webhook-endpoints/${id}/deliveries`)).body.total_count
    expect(await count(live, ours)).toBe(0)
    expect(await count(testing, theirs)).toBeGreaterThan(3)
    const { data } = (await testing.get('/events?limit=5')).body
    for (const event of data) expect(event.livemode).toBe(false)
    for (const event of (await live.get('/events?limit=5')).body.data)
      expect(event).not.toHaveProperty('livemode')
  })

  it('keeps a chain of decisions on each side, and counts nothing of test mode', async () => {
    const before = await verifyDecisions(database, test.partner.tenantId)
    observed.length = 0
    await capture(testing, 'test_declined-chain')
    expect(observed).toEqual([])
    expect(await verifyDecisions(database, test.partner.tenantId)).toEqual(before)
    expect((await verifyDecisions(database, testTenantId)).broken).toBeUndefined()
    await live.finishAttempt(await liveApplicant())
    expect(observed.length).toBeGreaterThan(0)
  })

  it('neither measures nor logs as trouble a request that an outage was asked for, which would set off an alert', async () => {
    const statuses: number[] = []
    const errors: unknown[] = []
    const log = pino({ level: 'error' }, { write: (line: string) => errors.push(JSON.parse(line).code) })
    const observe = ({ route, status }: RequestObservation) => {
      if (route === '/capture/selfie') statuses.push(status)
    }
    const app = createApp({ ...test.deps, log, metrics: { ...metrics, observeRequest: observe } })
    for (const name of ['test_unavailable', 'test_approved']) {
      const { token } = await start(testing, name)
      const browser = createBrowserClient({ app }, token)
      await browser.session()
      await browser.consent()
      await browser.upload(BLANK)
    }
    expect(statuses).toEqual([200])
    expect(errors).toEqual([])
    // A real one, of the engine, is.
    test.provider.script('down')
    const { token } = await live.startAttempt(await live.startAuthentication(await liveApplicant()))
    const browser = createBrowserClient({ app }, token)
    await browser.session()
    await browser.consent()
    await browser.upload()
    expect(statuses).toEqual([200, 503])
    expect(errors).toEqual(['PROVIDER_UNAVAILABLE'])
    test.provider.script(APPROVED)
  })

  it('names in the console who has reviewed', async () => {
    await testing.patch(`/user-journeys/${testJourneyId}`, { review: 'on_decline' })
    const { authenticationId } = await capture(testing, 'test_declined-review')
    const desk = await openConsole(test, 'reviewer')
    const path = `/reviews/${authenticationId}`
    const inTest = { 'visavis-mode': 'test' }
    const decision = { outcome: 'refused', reason_code: 'different_person' }
    expect((await desk.post(path, decision)).status).toBe(404)
    expect((await desk.post(path, decision, inTest)).status).toBe(200)
    expect((await desk.get(path, inTest)).body.opinions).toMatchObject([{ reviewer: 'Bea, reviewer' }])
    await testing.patch(`/user-journeys/${testJourneyId}`, { review: 'off' })
  })

  it('stands in the console too, which shows one side at a time', async () => {
    const { authenticationId } = await capture(testing, 'test_approved')
    const desk = await openConsole(test, 'admin')
    const path = `/face-authentications/${authenticationId}`
    const inTest = { 'visavis-mode': 'test' }
    expect((await desk.get('/me', inTest)).body).toMatchObject({
      has_test_mode: true,
      tenant: { id: test.partner.tenantId },
    })
    expect((await desk.get(path)).status).toBe(404)
    expect((await desk.get(path, inTest)).status).toBe(200)
    for (const [headers, expected] of [
      [{}, undefined],
      [inTest, false],
    ] as const) {
      const { data } = (await desk.get('/face-authentications?limit=100', headers)).body
      expect(new Set(data.map(({ livemode }: { livemode?: false }) => livemode))).toEqual(new Set([expected]))
    }
    for (const mode of ['tset', 'live', testTenantId, '']) {
      expect(await desk.get('/face-authentications', { 'visavis-mode': mode }), mode).toMatchObject({
        status: 422,
        body: { error_codes: ['visavis_mode__invalid_format'] },
      })
    }
    const team = await Promise.all(
      [{}, inTest].map(async (headers) => (await desk.get('/team', headers)).body),
    )
    expect(team[0]).toEqual(team[1])

    const made = await desk.post('/api-keys', { scopes: ['match'] }, inTest)
    expect(made.body).toMatchObject({ livemode: false, key: expect.stringMatching(/^sk_test_/) })
    const chosen = await desk.post('/api-keys', { scopes: ['match'], livemode: false })
    const logged = (await testing.get('/audit-events?action=key.create&limit=2')).body.data
    expect(logged).toMatchObject(
      [chosen, made].map(({ body }) => ({
        actor: { type: 'console_user', id: desk.userId },
        subject: { id: body.id },
      })),
    )
  })

  it('has nothing behind it in the console of a partner without test mode', async () => {
    const other = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    const desk = await openConsole(test, 'admin', other.tenantId)
    expect((await desk.get('/me')).body.has_test_mode).toBe(false)
    for (const path of ['/face-authentications', '/api-keys', '/overview', '/audit-events']) {
      expect((await desk.get(path, { 'visavis-mode': 'test' })).status, path).toBe(404)
    }
  })
})

describe('the page of a link', () => {
  const read = async (path: string) => {
    const answer = await test.app.request(path)
    return { html: await answer.text(), policy: answer.headers.get('content-security-policy') ?? '' }
  }

  it('says in test mode that it is a test, by styles that its policy lets in', async () => {
    const applicantId = await testing.createApplicant()
    const enrolment = await testing.post(`/applicants/${applicantId}/face-enrollments`, BACK)
    const { attemptId } = await start(testing, 'test_approved')
    for (const path of [`/verify/${attemptId}`, `/verify/${enrolment.body.id}`, `/frame/${attemptId}`]) {
      const { html, policy } = await read(path)
      expect(html, path).toContain('<b>Test</b>')
      const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? []
      const hash = createHash('sha256').update(style).digest('base64')
      expect(policy, path).toContain(`style-src 'self' 'sha256-${hash}'`)
    }
  })

  it('has no mark for live links, and for none', async () => {
    const { attemptId } = await start(live, 'test_approved')
    for (const id of [attemptId, `fatp_${'a'.repeat(26)}`, 'x']) {
      const { html } = await read(`/verify/${id}`)
      expect(html.replace(/\n +<meta name="visavis-(partner|engine)" .*\/>/g, '')).toBe(test.deps.hostedHtml)
      expect((await read(`/frame/${id}`)).html).toBe(test.deps.frameHtml)
    }
  })
})

/** With a face, as the live mode needs it. */
const liveApplicant = async (body: object = {}) => {
  const applicantId = await live.createApplicant(body)
  await live.enrol(applicantId)
  return applicantId
}

describe('a live key', () => {
  it('gets no magic by any name', async () => {
    for (const outcome of TEST_OUTCOMES) {
      const name = `test_${outcome}`
      const verdict = outcome === 'approved' ? DECLINED : APPROVED
      test.provider.script(verdict)
      const verified = test.provider.verified
      const applicantId = await liveApplicant({ external_applicant_id: name, livemode: false, test_of: 'x' })
      const { authenticationId } = await live.finishAttempt(applicantId)
      const { body } = await live.get(`/face-authentications/${authenticationId}`)
      expect(test.provider.verified, name).toBe(verified + 1)
      expect(body, name).toMatchObject({ status: verdict.kind })
      expect(body, name).not.toHaveProperty('livemode')
    }
    const unknown = await live.post('/applicants', { external_applicant_id: 'test_aproved' })
    expect(unknown.status).toBe(201)
  })

  it('needs a face on file, whatever the applicant is called', async () => {
    const { browser } = await start(live, 'test_approved')
    expect((await browser.session()).body.code).toBe('REFERENCE_MISSING')
  })

  it('cannot name what judges in test mode', async () => {
    const journey = { name: 'Free for all', provider: 'test' }
    expect(await live.post('/user-journeys', journey)).toMatchObject({
      status: 422,
      body: { error_codes: ['provider__unknown'] },
    })
    const path = `/user-journeys/${test.partner.userJourneyId}`
    expect((await live.patch(path, { provider: 'test' })).status).toBe(422)
  })
})

describe('a key of test mode', () => {
  it('says so, and makes others like itself alone', async () => {
    expect(testKey).toMatch(/^sk_test_[a-z2-7]{27}$/)
    const { body } = await testing.post('/api-keys', { scopes: ['match'] })
    expect(body).toMatchObject({ livemode: false, key: expect.stringMatching(/^sk_test_/) })
    expect((await testing.post('/api-keys', { scopes: ['match'], livemode: false })).body.key).toMatch(
      /^sk_test_/,
    )
    for (const livemode of [true, null, 'false', 0]) {
      expect((await testing.post('/api-keys', { scopes: ['match'], livemode })).status).toBe(422)
      expect((await live.post('/api-keys', { scopes: ['match'], livemode })).status).toBe(422)
    }
    const client = await testing.post('/oauth-clients', {})
    expect(client.body).toMatchObject({ livemode: false })
  })

  it('is one of the same test side, however many there are, and the audit log says who began it', async () => {
    await Promise.all([1, 2].map(() => live.post('/api-keys', { scopes: ['match'], livemode: false })))
    const tenants = await database.tenants.list()
    expect(tenants.filter(({ id }) => id.startsWith('tnt_test_'))).toEqual([
      { id: testTenantId, name: 'Test & Co' },
    ])
    const { data } = (await live.get('/audit-events?action=test_tenant.create')).body
    expect(data).toMatchObject([
      { actor: { type: 'key' }, subject: { type: 'test_tenant', id: testTenantId } },
    ])
    for (const client of [live, testing]) {
      const made = (await client.get('/audit-events?action=key.create')).body.data
      expect(made.length).toBeGreaterThan(2)
    }
  })

  it('begins with a journey that looks as the live one does, on the engine here', async () => {
    const ours = (await live.get(`/user-journeys/${test.partner.userJourneyId}`)).body
    expect((await testing.get(`/user-journeys/${testJourneyId}`)).body).toMatchObject({
      livemode: false,
      provider: 'embedded',
      allowed_redirect_urls: ours.allowed_redirect_urls,
    })
  })

  it('opens nothing once its row or its tenant is moved by hand', async () => {
    const { id, key } = (await live.post('/api-keys', { scopes: ['admin'], livemode: false })).body
    const move = (tenantId: string) =>
      pglite.query('UPDATE api_keys SET tenant_id = $1 WHERE id = $2', [tenantId, id])
    await move(test.partner.tenantId)
    expect((await createPartnerClient(test, key).get('/applicants')).status).toBe(401)
    await move(testTenantId)
    expect((await createPartnerClient(test, key).get('/applicants')).status).toBe(200)
    const change = (statement: string, ...values: string[]) => expect(pglite.query(statement, values)).rejects
    await change('UPDATE tenants SET test_of = NULL WHERE id = $1', testTenantId).toThrow('tenants_test_id')
    await change('UPDATE tenants SET test_of = $1 WHERE id = $1', test.partner.tenantId).toThrow(
      'tenants_test_id',
    )
  })
})
