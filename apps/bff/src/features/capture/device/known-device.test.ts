import { DEVICE_DAYS } from '@visavis/shared/limits'
import { expect, it } from 'vitest'
import { deleteExpiredData } from '../../../jobs/delete-expired-data.ts'
import { type Answer, createBrowserClient } from '../../../testing/clients.ts'
import { openTurns } from '../../../testing/open-turns.ts'
import { APPROVED, DECLINED } from '../../../testing/scripted-provider.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'
import { hashSecret } from '../../links/index.ts'

const DAY_MS = 86_400_000
const { test, partner, setPolicy, turnHead } = await openTurns({
  liveness_policy: 'passive',
  liveness_step_up: { from: 'passive', to: 'active', when: ['new_device'] },
})
const { applicantDevices } = test.deps.database

const enrolled = async () => {
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  return applicantId
}
const open = async (applicantId: string) => {
  const { token } = await partner.startAttempt(await partner.startAuthentication(applicantId))
  const browser = createBrowserClient(test, token)
  await browser.session()
  await browser.consent()
  return browser
}
const cookieOf = ({ headers }: Answer) => headers.get('set-cookie') ?? ''
/** What a browser sends of it. */
const toSent = (cookie: string) => ({ cookie: cookie.split(';')[0] ?? '' })
const TURN = { next: 'turn' }
const DONE = { next: 'done', redirect_url: expect.any(String) }

/** A sign-in by a browser that nobody knows, turn included. @returns its cookie */
const signIn = async (applicantId: string) => {
  const browser = await open(applicantId)
  const first = await browser.upload()
  expect(first.body).toEqual(TURN)
  await turnHead(browser)
  expect((await browser.upload(fakeJpeg(), toSent(cookieOf(first)))).body).toEqual(DONE)
  return cookieOf(first)
}
const isAsked = async (applicantId: string, cookie?: string) => {
  const browser = await open(applicantId)
  return (await browser.upload(fakeJpeg(), cookie ? toSent(cookie) : {})).body.next === 'turn'
}

it('has the head turned once in each browser of each person', async () => {
  const [ada, bea] = [await enrolled(), await enrolled()]
  const cookie = await signIn(ada)
  expect(cookie).toMatch(
    /^__Secure-visavis-device=[\w-]{22}; Max-Age=34560000; Path=\/capture; HttpOnly; Secure; SameSite=None; Partitioned$/,
  )
  expect(await isAsked(ada, cookie)).toBe(false)
  expect(await isAsked(ada)).toBe(true)
  expect(await isAsked(ada, '__Secure-visavis-device=guessed')).toBe(true)
  expect(await isAsked(bea, cookie)).toBe(true)
})

it('knows nobody by who was declined, and says no more to who was approved', async () => {
  const applicantId = await enrolled()
  test.provider.script(DECLINED)
  const cookie = await signIn(applicantId)
  expect(await isAsked(applicantId, cookie)).toBe(true)
  test.provider.script(APPROVED)
  const known = await signIn(applicantId)
  expect(known.replace(/device=[^;]+/, '')).toBe(cookie.replace(/device=[^;]+/, ''))
})

it('keeps a hash that differs from person to person, and not for ever', async () => {
  const { tenantId } = test.partner
  const applicantId = await enrolled()
  const id = /device=([\w-]+)/.exec(await signIn(applicantId))?.[1] ?? ''
  const device = { tenantId, applicantId, deviceHash: hashSecret(`${applicantId}.${id}`) }
  expect(await applicantDevices.has(device)).toBe(true)
  expect(await applicantDevices.has({ ...device, deviceHash: hashSecret(id) })).toBe(false)
  test.clock.skewMs += (DEVICE_DAYS - 1) * DAY_MS
  await deleteExpiredData(test.deps)
  expect(await applicantDevices.has(device)).toBe(true)
  test.clock.skewMs += 2 * DAY_MS
  await deleteExpiredData(test.deps)
  expect(await applicantDevices.has(device)).toBe(false)
})

it('keeps the last ones of a person', async () => {
  const of = (n: number) => ({
    tenantId: test.partner.tenantId,
    applicantId: 'aplt_many',
    deviceHash: hashSecret(String(n)),
  })
  for (const n of [1, 2, 3, 1, 4]) {
    test.clock.skewMs += 1000
    await applicantDevices.remember({ ...of(n), seenOn: test.deps.now() }, 3)
  }
  const known = await Promise.all([1, 2, 3, 4].map((n) => applicantDevices.has(of(n))))
  expect(known).toEqual([true, false, true, true])
})

it.each([
  [{ liveness_policy: 'active' }],
  [{ liveness_policy: 'none' }],
  [
    {
      liveness_policy: 'passive',
      liveness_step_up: { from: 'passive', to: 'active', when: ['photo_source'] },
    },
  ],
])('gives no cookie where nobody asks: %j', async (policy) => {
  await setPolicy(policy)
  const browser = await open(await enrolled())
  if (policy.liveness_policy === 'active') await turnHead(browser)
  const answer = await browser.upload()
  expect(answer.body).toEqual(DONE)
  expect(cookieOf(answer)).toBe('')
})

it('is known by an enrolment too', async () => {
  const applicantId = await partner.createApplicant()
  const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
    redirect_url: 'https://partner.example/back',
    user_journey_id: test.partner.userJourneyId,
  })
  const browser = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  await browser.session()
  await browser.consent()
  const first = await browser.upload()
  expect(first.body).toEqual(TURN)
  await turnHead(browser)
  expect((await browser.upload(fakeJpeg(), toSent(cookieOf(first)))).body).toEqual(DONE)
  expect(await isAsked(applicantId, cookieOf(first))).toBe(false)
})
