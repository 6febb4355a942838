import type { RetryReason } from '@visavis/shared/capture-api'
import { expect, it } from 'vitest'
import { createBrowserClient, createPartnerClient } from '../../testing/clients.ts'
import { openCaptures } from '../../testing/open-captures.ts'
import { createPhoneClient } from '../../testing/phone-client.ts'
import { BLURRY } from '../../testing/scripted-provider.ts'
import { setUpTenant } from '../access/index.ts'

const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.7258.67 Safari/537.36'
const PHONE_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
const CLIENT = {
  browser: { name: 'Chrome', version: 139 },
  system: 'Windows',
  device: 'desktop',
  surface: 'redirect',
}
const PHONE = {
  browser: { name: 'Safari', version: 17 },
  system: 'iOS',
  device: 'phone',
  surface: 'handoff',
}

const { test, partner } = await openCaptures()

const open = async (id?: string) => {
  const attempt = await partner.startAttempt(id)
  const browser = createBrowserClient(test, attempt.token)
  const from = (agent: string) => browser.request('GET', 'session', { headers: { 'user-agent': agent } })
  await from(AGENT)
  await browser.consent()
  const path = `/face-authentications/${attempt.authenticationId}`
  /** But for the consent, which has a test of its own. */
  const readDetails = async () => {
    const { consent, ...details } = (await partner.get(`${path}/attempts/${attempt.attemptId}`)).body.details
    expect(consent).toMatchObject({ purpose: 'authentication' })
    return details
  }
  return { ...attempt, browser, from, path, readDetails }
}

const readVerdict = async (id: string) => {
  const { rows } = await test.deps.database.events.list(test.partner.tenantId, { skip: 0, limit: 1000 })
  return rows.filter(
    ({ type, payload }) =>
      type === 'face_authentication_checks_completed' &&
      'face_authentication_id' in payload &&
      payload.face_authentication_id === id,
  )
}

it('says of an attempt that is only a link nothing, and of an open one what it is open on', async () => {
  const { authenticationId, attemptId, token } = await partner.startAttempt()
  const path = `/face-authentications/${authenticationId}/attempts/${attemptId}`
  expect((await partner.get(path)).body).not.toHaveProperty('details')
  await createBrowserClient(test, token).request('GET', 'session', { headers: { 'user-agent': AGENT } })
  expect((await partner.get(path)).body.details).toEqual(CLIENT)
})

it.each([
  ['an approval', { kind: 'approved', codes: [10000], matchLevel: 5 }, 5],
  ['a decline', { kind: 'declined', codes: [62321], matchLevel: 2 }, 2],
] as const)('says what %s rests on, as it was then', async (_, outcome, level) => {
  test.provider.script(BLURRY, outcome)
  const { browser, path, authenticationId, readDetails } = await open()
  await browser.upload()
  await browser.upload()
  const verdict = {
    match_level: level,
    minimum_match_level: 3,
    liveness: { result: 'not_done', method: 'none', certified: false },
  }
  const journey = `/user-journeys/${test.partner.userJourneyId}`
  await partner.patch(journey, { minimum_match_level: 4 })
  const details = await readDetails()
  await partner.patch(journey, { minimum_match_level: 3 })
  const retried = { tries: 2, retry_reasons: [{ reason: 'face_blurry', count: 1 }] }
  expect(details).toEqual({ ...verdict, ...retried, ...CLIENT })
  const listed = (await partner.get(`${path}/attempts`)).body.data
  expect(listed).toMatchObject([{ details }])
  expect(await readVerdict(authenticationId)).toMatchObject([{ payload: { details: verdict } }])
  expect((await readVerdict(authenticationId))[0]?.payload).toHaveProperty('details', verdict)
  expect(
    JSON.stringify(await test.deps.database.attempts.listAll(test.partner.tenantId, authenticationId)),
  ).not.toMatch(/7258|Win64|Mozilla/)
})

it('counts every reason of the pictures that could not be used, each attempt its own', async () => {
  const refused = (reasons: [RetryReason, ...RetryReason[]]) =>
    ({ kind: 'retry', reasons, codes: [61401] }) as const
  test.provider.script(BLURRY, refused(['face_too_small', 'face_blurry']), BLURRY, refused(['no_face']))
  const { browser, path, authenticationId } = await open()
  for (const _ of [1, 2, 3]) await browser.upload()
  const second = await open(authenticationId)
  await second.browser.upload()
  expect((await partner.get(`${path}/attempts`)).body.data).toMatchObject([
    {
      status: 'checks_inconclusive',
      details: {
        retry_reasons: [
          { reason: 'face_too_small', count: 1 },
          { reason: 'face_blurry', count: 3 },
        ],
      },
    },
    { status: 'capture_in_progress', details: { retry_reasons: [{ reason: 'no_face', count: 1 }] } },
  ])
})

it('says which device took the link over, and which one has it back', async () => {
  const { browser, readDetails, from } = await open()
  const { body } = await browser.post('handoff')
  const taken = await createPhoneClient(test).confirm(body.qr.url, body.number)
  expect(await readDetails()).toEqual(CLIENT)
  const phone = createBrowserClient(test, new URL(taken.body.verification_url).hash.slice(1))
  await phone.request('GET', 'session', { headers: { 'user-agent': PHONE_AGENT } })
  expect(await readDetails()).toEqual(PHONE)
  await browser.request('POST', 'handoff/cancel', { headers: { 'user-agent': AGENT } })
  expect(await readDetails()).toEqual(CLIENT)
  await from(PHONE_AGENT)
  expect(await readDetails()).toEqual(CLIENT)
})

it('does not guess whether a page that may be framed is', async () => {
  const journey = `/user-journeys/${test.partner.userJourneyId}`
  await partner.patch(journey, { allowed_frame_origins: ['https://shop.example'] })
  const { readDetails } = await open()
  await partner.patch(journey, { allowed_frame_origins: [] })
  const { surface, ...client } = CLIENT
  expect(await readDetails()).toEqual(client)
})

it.each([
  ['script', ['https://shop.example'], 'script'],
  ['iframe', ['https://shop.example'], 'iframe'],
  ['redirect', ['https://shop.example'], 'redirect'],
  ['window', ['https://shop.example'], undefined],
  ['script', [], 'redirect'],
] as const)('believes a page that says %s where %j may frame it: %s', async (told, origins, surface) => {
  const journey = `/user-journeys/${test.partner.userJourneyId}`
  await partner.patch(journey, { allowed_frame_origins: origins })
  const { authenticationId, attemptId, token } = await partner.startAttempt()
  const browser = createBrowserClient(test, token)
  const readSurface = async () =>
    (await partner.get(`/face-authentications/${authenticationId}/attempts/${attemptId}`)).body.details
      ?.surface
  await browser.request('GET', 'session', { headers: { 'user-agent': AGENT, 'capture-surface': told } })
  expect(await readSurface()).toBe(surface)
  // It stays what it was first.
  await browser.request('GET', 'session', { headers: { 'user-agent': AGENT, 'capture-surface': 'iframe' } })
  expect(await readSurface()).toBe(surface ?? 'iframe')
  await partner.patch(journey, { allowed_frame_origins: [] })
})

it('is erased with the person, for good', async () => {
  test.provider.script(BLURRY, { kind: 'approved', codes: [10000], matchLevel: 5 })
  const { browser, path, attemptId, authenticationId, from, readDetails } = await open()
  await browser.upload()
  await browser.upload()
  expect(await readDetails()).toHaveProperty('match_level', 5)
  await partner.post(`${path}/anonymize`, {})
  // That there was a consent can still be shown.
  expect(await readDetails()).toEqual({})
  expect((await partner.get(`${path}/attempts`)).body.data[0].details).toEqual({
    consent: expect.any(Object),
  })
  await from(PHONE_AGENT)
  const row = await test.deps.database.attempts.find(test.partner.tenantId, attemptId)
  expect(row).toMatchObject({ client: null, retryReasons: null })
  const kept = JSON.stringify(await readVerdict(authenticationId))
  expect(kept).not.toMatch(/Chrome|Windows|face_blurry/)
})

it('shows another tenant nothing', async () => {
  const { attemptId, path, authenticationId } = await open()
  const set = { name: 'Other', provider: 'embedded', allowedRedirectUrls: ['https://partner.example'] }
  const owner = await setUpTenant(test.deps.database, set, new Date())
  const other = createPartnerClient({ app: test.app, partner: owner })
  expect((await other.get(`${path}/attempts/${attemptId}`)).status).toBe(404)
  expect((await other.get(`${path}/attempts`)).status).toBe(404)
  expect(await test.deps.database.attempts.read(owner.tenantId, authenticationId, attemptId)).toBeUndefined()
})

it('leaves enrolments as they are, which keep none of it', async () => {
  const applicantId = await partner.createApplicant()
  const enrolment = {
    user_journey_id: test.partner.userJourneyId,
    redirect_url: 'https://partner.example/back',
  }
  const { body, status } = await partner.post(`/applicants/${applicantId}/face-enrollments`, enrolment)
  expect(status).toBe(201)
  const token = new URL(body._links.verification_url.href).hash.slice(1)
  const browser = createBrowserClient(test, token)
  const answer = await browser.request('GET', 'session', { headers: { 'user-agent': AGENT } })
  expect(answer.status).toBe(200)
  await browser.consent()
  const { enrol } = test.provider
  test.provider.enrol = async () => ({ kind: 'unusable', reason: 'no_face' })
  expect((await browser.upload()).body).toMatchObject({ next: 'retry' })
  Object.assign(test.provider, { enrol })
  expect((await browser.upload()).body).toMatchObject({ next: 'done' })
})
