import { expect, it } from 'vitest'
import { verifyDecisions } from '../features/authentications/index.ts'
import { createBrowserClient } from '../testing/clients.ts'
import { openTestApp } from '../testing/open-test-app.ts'
import { deleteExpiredData } from './delete-expired-data.ts'
import { forgetMetadata } from './forget-metadata.ts'

const DAY_MS = 86_400_000
const CHROME = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/139.0.0.0 Safari/537.36' }

const { test, partner } = await openTestApp()
const { database } = test.deps
const { tenantId, userJourneyId } = test.partner
const forget = async () => (await deleteExpiredData(test.deps)).metadata

const createJourney = async (change: object = {}): Promise<string> => {
  const allowed_redirect_urls = ['https://partner.example']
  const input = { name: 'Own', provider: 'embedded', allowed_redirect_urls, ...change }
  return (await partner.post('/user-journeys', input)).body.id
}

/** An attempt that says all it can, and is decided unless told otherwise. */
const attempt = async (user_journey_id: string, { isDecided = true } = {}) => {
  const applicant_id = await partner.createApplicant()
  await partner.enrol(applicant_id)
  const { body: authentication } = await partner.post('/face-authentications', {
    applicant_id,
    user_journey_id,
  })
  const path = `/face-authentications/${authentication.id}`
  const { body } = await partner.post(`${path}/attempts`, {
    redirect_url: 'https://partner.example/back?customer=7#basket',
    client_information: { pre_selected_residence_country: 'NO', pre_selected_language: 'nn' },
    locale: 'nb-NO',
    lifetime: 30 * 86_400,
  })
  const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  await browser.session()
  await database.attempts.update(body.id, { ipAddress: '203.0.113.8' }, test.deps.now())
  expect((await browser.request('POST', 'handoff', { headers: CHROME })).status).toBe(201)
  await browser.consent()
  if (isDecided) await browser.upload()
  const read = async () => (await partner.get(`${path}/attempts/${body.id}`)).body
  const readDecision = async () => {
    const { face, ...decision } = (await partner.get(path)).body
    return { ...decision, hasPicture: face !== undefined }
  }
  const owner = { tenantId, attemptId: body.id, faceEnrollmentId: null }
  const readBrowser = async () => (await database.handoffs.findByOwner(owner))?.sourceBrowser
  return { read, readDecision, readBrowser }
}

it('takes out of attempts what their journey keeps no longer, and leaves the decision', async () => {
  const journey = await createJourney({ metadata_retention_days: 7 })
  const [decided, open] = [await attempt(journey), await attempt(journey, { isDecided: false })]
  const kept = await attempt(userJourneyId)
  const others = [await open.read(), await kept.read()]
  const [attemptBefore, decisionBefore] = [await decided.read(), await decided.readDecision()]
  expect(attemptBefore).toMatchObject({
    redirect_url: 'https://partner.example/back?customer=7#basket',
    client_information: { pre_selected_residence_country: 'NO', pre_selected_language: 'nn' },
    applicant_session_information: { ip_address: '203.0.113.8' },
    locale: 'nb-NO',
    details: { surface: 'redirect', minimum_match_level: 3 },
  })
  expect(await decided.readBrowser()).toBe('Chrome')

  test.clock.skewMs += 6 * DAY_MS
  expect(await forget()).toBe(0)
  expect(await decided.read()).toEqual(attemptBefore)

  test.clock.skewMs += 1.5 * DAY_MS
  expect(await forget()).toBe(1)
  const { client_information, applicant_session_information, locale, ...rest } = attemptBefore
  expect(await decided.read()).toEqual({
    ...rest,
    redirect_url: 'https://partner.example/back',
    details: { ...rest.details, surface: undefined, tries: undefined },
  })
  expect(await decided.readBrowser()).toBeUndefined()
  expect(await decided.readDecision()).toEqual(decisionBefore)
  expect(decisionBefore).toMatchObject({ status: 'approved', hasPicture: true })
  expect(await verifyDecisions(database, tenantId)).toMatchObject({ verified: 2, broken: undefined })
  expect([await open.read(), await kept.read()]).toEqual(others)
  expect([await open.readBrowser(), await kept.readBrowser()]).toEqual(['Chrome', 'Chrome'])
  expect(await forget()).toBe(0)

  // What was set later counts for what is there, and `null` keeps again.
  await partner.patch(`/user-journeys/${journey}`, { metadata_retention_days: null })
  await partner.patch(`/user-journeys/${userJourneyId}`, { metadata_retention_days: 7 })
  expect(await forget()).toBe(1)
  expect(await kept.read()).not.toHaveProperty('locale')
})

it('and out of enrolment links that are over', async () => {
  const journey = await createJourney({ metadata_retention_days: 1 })
  const link = async (input: object = {}) => {
    const { body } = await partner.post(`/applicants/${await partner.createApplicant()}/face-enrollments`, {
      redirect_url: 'https://partner.example/back?customer=7',
      locale: 'nb-NO',
      ...input,
    })
    const { hash, pathname } = new URL(body._links.verification_url.href)
    const browser = createBrowserClient(test, hash.slice(1))
    const id = pathname.split('/').at(-1) ?? ''
    return { browser, read: () => database.faceEnrollments.get(tenantId, id) }
  }
  const links = [await link({ user_journey_id: journey }), await link()]
  for (const { browser } of links) {
    await browser.session()
    await browser.refuse()
  }
  test.clock.skewMs += 1.5 * DAY_MS
  const waiting = await link({ user_journey_id: journey })
  expect(await forget()).toBe(1)
  const [over, withoutJourney] = links
  expect(await over?.read()).toMatchObject({
    status: 'capture_refused',
    redirectUrl: 'https://partner.example/back',
    locale: null,
  })
  const whole = { redirectUrl: 'https://partner.example/back?customer=7', locale: 'nb-NO' }
  expect(await withoutJourney?.read()).toMatchObject(whole)
  expect(await waiting.read()).toMatchObject(whole)
  // Its time is up, and nobody came back to it.
  test.clock.skewMs += 1.5 * DAY_MS
  expect(await forget()).toBe(1)
  expect(await waiting.read()).toMatchObject({ redirectUrl: 'https://partner.example/back', locale: null })
  expect(await forget()).toBe(0)
})

it('a run that is broken off is gone on with by the next one', async () => {
  const journey = await createJourney({ metadata_retention_days: 1 })
  const attempts = [await attempt(journey), await attempt(journey), await attempt(journey)]
  test.clock.skewMs += 2 * DAY_MS
  const countForgotten = async () =>
    (await Promise.all(attempts.map(({ read }) => read()))).filter((body) => !('locale' in body)).length
  const stop = new AbortController()
  const transaction: typeof database.transaction = async (work) => {
    const before = await countForgotten()
    const result = await database.transaction(work)
    if ((await countForgotten()) > before) stop.abort()
    return result
  }
  const stopped = {
    now: test.deps.now,
    database: Object.assign(Object.create(database) as typeof database, { transaction }),
  }
  await forgetMetadata(stopped, { signal: stop.signal, step: 2 })
  expect(await countForgotten()).toBe(2)
  await forgetMetadata(test.deps, { step: 2 })
  expect(await countForgotten()).toBe(3)
})
