import { expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { back } from '../../../testing/open-captures.ts'
import { openTurns } from '../../../testing/open-turns.ts'
import { fakeJpeg } from '../../../testing/test-app.ts'

// The time of a step passed and nothing turned: a picture comes in its place.
const { test, partner, open, liveness, setPolicy, begin, send, turnHead } = await openTurns()
type Browser = ReturnType<typeof createBrowserClient>
const REQUIRED = { status: 409, body: { code: 'CHALLENGE_REQUIRED' } }
const AGAIN = { next: 'turn', again: true }
const print = () => {
  liveness.passive = { outcome: 'failed', score: 0.2 }
}
const sendUnturned = (browser: Browser, id: string, n: number) =>
  browser.upload(fakeJpeg(), { 'capture-source': 'camera', 'capture-unturned': `${id}/${n}` })
/** A challenge in which nobody turns. */
const holdStill = async (browser: Browser) => {
  const { id, step } = await begin(browser)
  test.clock.skewMs += step.after_ms + 5200
  return { id, answer: await sendUnturned(browser, id, 1) }
}

it('a print is declined, and the browser learns nothing of it', async () => {
  print()
  const { browser, read, readAttempt, authenticationId } = await open()
  const { id, answer } = await holdStill(browser)
  expect(answer.body).toEqual({ next: 'done', redirect_url: back(authenticationId, 'capture_completed') })
  expect(await read()).toMatchObject({
    status: 'declined',
    response_codes: [{ code: 62305 }],
    risk_labels: ['face_not_live'],
  })
  expect((await readAttempt()).details.liveness).toMatchObject({ result: 'failed', method: 'passive' })
  expect(test.provider.verified).toBe(0)
  expect(await sendUnturned(browser, id, 1)).toMatchObject({ body: { code: 'ATTEMPT_CLOSED' } })
})

it('it counts towards the lockout', async () => {
  await setPolicy({ liveness_policy: 'active', lockout: { declines: 1, window: 3600, for: 3600 } })
  print()
  const applicantId = await partner.createApplicant()
  await partner.enrol(applicantId)
  const { token } = await partner.startAttempt(await partner.startAuthentication(applicantId))
  const browser = createBrowserClient(test, token)
  await browser.session()
  await browser.consent()
  await holdStill(browser)
  expect((await partner.get(`/applicants/${applicantId}/lockout`)).body.status).toBe('LOCKED')
})

it.each([
  ['a person', { outcome: 'passed', score: 0.95 }],
  ['a face that fills the picture', { outcome: 'not_done', score: 0.95 }],
] as const)('%s is asked again, and approved after turning', async (_, passive) => {
  const { browser, read } = await open()
  liveness.passive = passive
  const { id, answer } = await holdStill(browser)
  expect(answer.body).toEqual(AGAIN)
  expect((await read()).status).toBe('capture_in_progress')
  // The step is used up.
  expect(await sendUnturned(browser, id, 1)).toMatchObject(REQUIRED)
  expect(await send(browser, id, { n: 1, after_ms: 0 })).toMatchObject({ body: { code: 'CHALLENGE_OVER' } })
  liveness.passive = { outcome: 'passed', score: 0.95 }
  await turnHead(browser)
  await browser.upload()
  expect(await read()).toMatchObject({ status: 'approved' })
})

it('whoever is not seen is asked again', async () => {
  liveness.refusalOf = () => ({ outcome: 'face_refused', reason: 'no_face' })
  const { browser } = await open()
  expect((await holdStill(browser)).answer.body).toEqual(AGAIN)
})

it('counts as a picture: the third closes the attempt, and declines nobody', async () => {
  const { browser, read } = await open()
  for (const _ of [1, 2]) expect((await holdStill(browser)).answer.body).toEqual(AGAIN)
  expect((await holdStill(browser)).answer.body.next).toBe('done')
  expect(await read()).toMatchObject({ status: 'retry_required', response_codes: [{ code: 61412 }] })
})

it('comes in the place of the second step too, with the frames of the first gone', async () => {
  print()
  const { browser, read } = await open()
  const { id, step } = await begin(browser)
  const { body } = await send(browser, id, step)
  test.clock.skewMs += body.step.after_ms + 5200
  await sendUnturned(browser, id, 2)
  expect((await read()).status).toBe('declined')
  expect(await test.deps.database.assets.listByOwner(test.partner.tenantId, id)).toEqual([])
})

it('an engine that is down decides nothing', async () => {
  liveness.duringObserve = async () => {
    throw new Error('down')
  }
  const { browser, read } = await open()
  expect((await holdStill(browser)).answer).toMatchObject({ body: { code: 'PROVIDER_UNAVAILABLE' } })
  expect((await read()).status).toBe('capture_in_progress')
})

it.each([
  ['another step', 1000, (id: string) => `${id}/2`],
  ['a step of a challenge that there is not', 1000, () => `chl_${'a'.repeat(26)}/1`],
  ['no step', 1000, (id: string) => id],
  ['a step that was not asked for yet', 0, (id: string) => `${id}/1`],
  ['a step that is long over', 12_601, (id: string) => `${id}/1`],
])('is refused in the place of %s', async (_, afterMs, nameOf) => {
  print()
  const { browser, read } = await open()
  const { id, step } = await begin(browser)
  test.clock.skewMs += afterMs && step.after_ms + afterMs
  const answer = await browser.upload(fakeJpeg(), { 'capture-unturned': nameOf(id) })
  expect(answer).toMatchObject(REQUIRED)
  expect((await read()).status).toBe('capture_in_progress')
})

it('is refused for a step of another link, and of a link that was handed over', async () => {
  const [one, other] = [await open(), await open()]
  const { id, step } = await begin(one.browser)
  await begin(other.browser)
  test.clock.skewMs += step.after_ms + 1000
  expect(await sendUnturned(other.browser, id, 1)).toMatchObject(REQUIRED)
  const owner = { tenantId: test.partner.tenantId, attemptId: one.attemptId, faceEnrollmentId: null }
  const row = await test.deps.database.livenessChallenges.findByOwner(owner)
  if (!row) throw new Error('it was dealt')
  await test.deps.database.livenessChallenges.put({ ...row, tokenHash: new Uint8Array(32) })
  expect(await sendUnturned(one.browser, id, 1)).toMatchObject(REQUIRED)
})
