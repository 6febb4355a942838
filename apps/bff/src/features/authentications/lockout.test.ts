import { beforeEach, describe, expect, it } from 'vitest'
import { createMetrics } from '../../telemetry/metrics.ts'
import { createBrowserClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, DECLINED } from '../../testing/scripted-provider.ts'

const { test, partner } = await openTestApp()
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const journeyPath = `/user-journeys/${test.partner.userJourneyId}`

beforeEach(async () => {
  test.provider.script(APPROVED)
  await partner.patch(journeyPath, { lockout: { declines: 3, window: 86_400, for: 86_400 } })
})

const createPerson = async (external?: string) => {
  const id = await partner.createApplicant(external ? { external_applicant_id: external } : {})
  await partner.enrol(id)
  return id
}

const open = async (applicantId: string) => {
  const attempt = await partner.startAttempt(await partner.startAuthentication(applicantId))
  const browser = createBrowserClient(test, attempt.token)
  await browser.session()
  await browser.consent()
  return { ...attempt, browser }
}

const read = async ({ authenticationId }: { authenticationId: string }) =>
  (await partner.get(`/face-authentications/${authenticationId}`)).body

/** So many wrong faces, each as soon as it is taken. */
const decline = async (applicantId: string, times: number) => {
  test.provider.script(DECLINED)
  let last = { authenticationId: '' }
  for (let count = 0; count < times; count += 1) {
    if (count > 1) test.clock.skewMs += HOUR_MS
    last = await open(applicantId).then(async (attempt) => {
      await attempt.browser.upload()
      return attempt
    })
  }
  test.provider.script(APPROVED)
  return last
}

const tryAgain = async (applicantId: string) =>
  partner.post(`/face-authentications/${await partner.startAuthentication(applicantId)}/attempts`, {
    redirect_url: 'https://partner.example/back',
  })

describe('declines of one applicant', () => {
  it('lock them, across face authentications, and the partner is told', async () => {
    const applicantId = await createPerson('ext-9')
    const last = await decline(applicantId, 3)
    const refused = await tryAgain(applicantId)
    expect(refused).toMatchObject({
      status: 423,
      body: { error_type: 'locked', error_codes: ['applicant_locked'] },
    })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(86_000)
    const { rows } = await test.deps.database.events.list(test.partner.tenantId, { skip: 0, limit: 5 })
    expect(rows.filter(({ type }) => type === 'applicant_locked')).toMatchObject([
      {
        type: 'applicant_locked',
        payload: {
          applicant_id: applicantId,
          external_applicant_id: 'ext-9',
          face_authentication_id: last.authenticationId,
          declines: 3,
        },
      },
    ])
    expect((await partner.get(`/applicants/${applicantId}/lockout`)).body).toMatchObject({
      status: 'LOCKED',
      declines: [expect.any(String), expect.any(String), expect.any(String)],
    })
  })

  it('lock them for no longer than the lock lasts, with the same Idempotency-Key too', async () => {
    const applicantId = await createPerson()
    await decline(applicantId, 3)
    const path = `/face-authentications/${await partner.startAuthentication(applicantId)}/attempts`
    const post = () =>
      test.app.request(path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${test.partner.apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': `attempt of ${applicantId}`,
        },
        body: JSON.stringify({ redirect_url: 'https://partner.example/back' }),
      })
    expect((await post()).status).toBe(423)
    await partner.delete(`/applicants/${applicantId}/lockout`)
    expect((await post()).status).toBe(201)
    expect((await post()).headers.get('idempotent-replayed')).toBe('true')
  })

  it('lock them on other journeys too, one without a lock of its own among them', async () => {
    const applicantId = await createPerson()
    await decline(applicantId, 3)
    const { body: journey } = await partner.post('/user-journeys', {
      name: 'Other',
      provider: 'embedded',
      lockout: null,
      allowed_redirect_urls: ['https://partner.example'],
    })
    expect(journey.lockout).toBeUndefined()
    const input = { applicant_id: applicantId, user_journey_id: journey.id }
    const { body } = await partner.post('/face-authentications', input)
    const path = `/face-authentications/${body.id}/attempts`
    expect((await partner.post(path, { redirect_url: 'https://partner.example/' })).status).toBe(423)
  })

  it('before that have to be waited out, longer each time', async () => {
    await partner.patch(journeyPath, { lockout: { declines: 10, window: 86_400, for: 86_400 } })
    const applicantId = await createPerson()
    const waits: (number | null)[] = []
    for (let count = 0; count < 5; count += 1) {
      await decline(applicantId, 1)
      const answer = await tryAgain(applicantId)
      waits.push(answer.status === 429 ? Number(answer.headers.get('retry-after')) : null)
      test.clock.skewMs += HOUR_MS
    }
    expect(waits).toEqual([null, 30, 120, 480, 1920])
  })

  it('mark what is decided after them, an approval among it', async () => {
    const applicantId = await createPerson()
    const second = await decline(applicantId, 2)
    expect((await read(second)).risk_labels).toEqual(['repeated_declines'])
    test.clock.skewMs += HOUR_MS
    const approved = await open(applicantId)
    await approved.browser.upload()
    expect(await read(approved)).toMatchObject({ status: 'approved', risk_labels: ['repeated_declines'] })
  })

  it('are forgotten when somebody is approved, or unlocked by the partner', async () => {
    const applicantId = await createPerson()
    const path = `/applicants/${applicantId}/lockout`
    await decline(applicantId, 2)
    test.clock.skewMs += HOUR_MS
    await (await open(applicantId)).browser.upload()
    expect((await partner.get(path)).body).toMatchObject({ status: 'OPEN', declines: [] })
    await decline(applicantId, 3)
    expect((await tryAgain(applicantId)).status).toBe(423)
    expect((await partner.delete(path)).status).toBe(204)
    expect((await tryAgain(applicantId)).status).toBe(201)
    expect((await partner.delete('/applicants/aplt_aaaaaaaaaaaaaaaaaaaaaaaaaa/lockout')).status).toBe(404)
  })

  it('older than the window do not count', async () => {
    const applicantId = await createPerson()
    await decline(applicantId, 2)
    test.clock.skewMs += 25 * HOUR_MS
    const late = await decline(applicantId, 1)
    expect((await read(late)).risk_labels).toEqual([])
    expect((await tryAgain(applicantId)).status).toBe(201)
  })
})

describe('a link that was made before', () => {
  it('takes no picture while its applicant is locked, and works again afterwards', async () => {
    const applicantId = await createPerson()
    const early = await open(applicantId)
    const unopened = await partner.startAttempt(await partner.startAuthentication(applicantId))
    await partner.patch(journeyPath, { lockout: { declines: 1, window: 86_400, for: 600 } })
    await decline(applicantId, 1)
    expect(await early.browser.upload()).toMatchObject({
      status: 423,
      body: { code: 'APPLICANT_LOCKED', retryable: false },
    })
    const later = createBrowserClient(test, unopened.token)
    expect((await later.session()).status).toBe(423)
    test.clock.skewMs += 11 * MINUTE_MS
    expect((await later.session()).status).toBe(200)
    expect((await early.browser.upload()).body).toMatchObject({ next: 'done' })
    expect((await read(early)).status).toBe('approved')
  })

  it('is declined where the lock came while its picture was compared', async () => {
    const applicantId = await createPerson()
    const early = await open(applicantId)
    await partner.patch(journeyPath, { lockout: { declines: 1, window: 86_400, for: 600 } })
    const other = await open(applicantId)
    test.provider.duringVerify = async () => {
      test.provider.duringVerify = async () => {}
      test.provider.script(DECLINED)
      await other.browser.upload()
      test.provider.script(APPROVED)
    }
    expect((await early.browser.upload()).body).toMatchObject({ next: 'done' })
    expect(await read(early)).toMatchObject({
      status: 'declined',
      response_codes: [{ code: 62901, summary: 'applicant_locked' }],
    })
  })
})

it('declines at the same moment are each counted, and lock once', async () => {
  const applicantId = await createPerson()
  const metrics = createMetrics({ readDepths: test.deps.database.queue.depths })
  test.deps.observeCapture = metrics.observeCapture
  const links = await Promise.all([1, 2, 3, 4].map(() => open(applicantId)))
  test.provider.script(DECLINED)
  await Promise.all(links.map(({ browser }) => browser.upload()))
  expect((await tryAgain(applicantId)).status).toBe(423)
  const { text } = await metrics.render()
  expect(text).toContain('visavis_applicants_locked_total 1')
})

it.each([
  [{ declines: 0, window: 60, for: 60 }, 'lockout__declines__too_short'],
  [{ declines: 51, window: 60, for: 60 }, 'lockout__declines__too_long'],
  [{ declines: 5, window: 59, for: 60 }, 'lockout__window__too_short'],
  [{ declines: 5, window: 60, for: 2_592_001 }, 'lockout__for__too_long'],
])('a lockout of %j is refused', async (lockout, code) => {
  const answer = await partner.patch(journeyPath, { lockout })
  expect(answer).toMatchObject({ status: 422 })
  expect(answer.body.error_codes).toContain(code)
})
