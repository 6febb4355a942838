import {
  type CourseEvent,
  MAX_COURSE_EVENTS,
  MAX_COURSE_MS,
  MAX_COURSE_REPORTS,
} from '@visavis/shared/capture-course'
import { expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openCaptures } from '../../testing/open-captures.ts'

const { test, partner, open } = await openCaptures()

const step = (name: string, ms: number) => ({ type: 'step', step: name, ms }) as CourseEvent
const READY: CourseEvent = { type: 'camera_ready', lines: 1079 }
const FAILED: CourseEvent = { type: 'camera_failed', reason: 'refused' }
const TOO_FAR: CourseEvent = { type: 'guidance', code: 'too_far', ms: 1260 }

const begin = async () => {
  const attempt = await open()
  const report = (...events: unknown[]) => attempt.browser.post('events', { events })
  const read = async () => (await attempt.readAttempt()).details?.course
  const row = () => test.deps.database.attempts.find(test.partner.tenantId, attempt.attemptId)
  return { ...attempt, report, readCourse: read, row }
}

it('keeps what a page tells with the attempt, added up', async () => {
  const { report, readCourse, row, readAttempt } = await begin()
  const before = await readAttempt()
  expect(await readCourse()).toBeUndefined()
  expect((await report(step('start', 4000), FAILED, step('camera_denied', 2000))).status).toBe(204)
  expect(await row()).toMatchObject({ cameraOn: null })
  await report(READY, TOO_FAR, TOO_FAR, step('camera', 3140), step('start', 40))
  expect(await readCourse()).toEqual({
    steps: [
      { step: 'start', seconds: 4 },
      { step: 'camera', seconds: 3.1 },
      { step: 'camera_denied', seconds: 2 },
    ],
    guidance: [{ code: 'too_far', seconds: 2.5 }],
    camera_failures: [{ reason: 'refused', count: 1 }],
    camera_lines: 720,
  })
  const first = (await row())?.cameraOn
  expect(first).toBeInstanceOf(Date)
  await report(READY)
  expect(await row()).toMatchObject({ cameraOn: first })
  // It is no change of the attempt.
  const { details: _, ...rest } = await readAttempt()
  const { details: __, ...same } = before
  expect(rest).toEqual(same)
})

it('changes nothing about the decision, and hears the last of it after that', async () => {
  const { browser, report, readCourse, read } = await begin()
  await report(FAILED)
  expect((await browser.upload()).body.next).toBe('done')
  expect((await report(step('sending', 900))).status).toBe(204)
  expect((await read()).status).toBe('approved')
  expect(await readCourse()).toMatchObject({ steps: [{ step: 'sending', seconds: 0.9 }] })
  test.clock.skewMs += 11 * 60_000
  expect((await report(step('sending', 900))).status).toBe(204)
  test.clock.skewMs -= 11 * 60_000
  expect(await readCourse()).toMatchObject({ steps: [{ step: 'sending', seconds: 0.9 }] })
})

it('is erased with the person, and nothing comes after', async () => {
  const { report, row, authenticationId } = await begin()
  await report(READY, TOO_FAR)
  await partner.post(`/face-authentications/${authenticationId}/anonymize`, {})
  expect(await row()).toMatchObject({ course: null })
  expect((await report(TOO_FAR)).status).toBe(204)
  expect(await row()).toMatchObject({ course: null })
})

it('takes so many reports of an attempt, and answers alike afterwards', async () => {
  const { report, row } = await begin()
  for (let count = 0; count < MAX_COURSE_REPORTS; count += 1) await report(step('camera', 1))
  expect((await report(step('camera', 1))).status).toBe(204)
  expect(await row()).toMatchObject({ course: { steps: { camera: MAX_COURSE_REPORTS } } })
})

it.each([
  ['nothing', []],
  ['too many', Array.from({ length: MAX_COURSE_EVENTS + 1 }, () => READY)],
  ['a step of its own', [step('dance', 1)]],
  ['too long', [step('camera', MAX_COURSE_MS + 1)]],
  ['time backwards', [step('camera', -1)]],
  ['a reason of its own', [{ type: 'camera_failed', reason: 'NotAllowedError: by Bea' }]],
  ['a word more', [{ ...READY, label: 'FaceTime HD Camera' }]],
])('refuses %s', async (_, events) => {
  const { report, row } = await begin()
  expect(await report(...events)).toMatchObject({ status: 422, body: { code: 'REQUEST_INVALID' } })
  expect(await row()).toMatchObject({ course: null })
})

it('keeps nothing of a link that nobody opened, and nothing of an enrolment', async () => {
  const unopened = await partner.startAttempt()
  const answer = await createBrowserClient(test, unopened.token).post('events', { events: [READY] })
  expect(answer.status).toBe(204)
  const row = await test.deps.database.attempts.find(test.partner.tenantId, unopened.attemptId)
  expect(row).toMatchObject({ course: null, cameraOn: null, openedOn: null })
  const applicantId = await partner.createApplicant()
  const { body } = await partner.post(`/applicants/${applicantId}/face-enrollments`, {
    user_journey_id: test.partner.userJourneyId,
    redirect_url: 'https://partner.example/back',
  })
  const enrolment = createBrowserClient(test, new URL(body._links.verification_url.href).hash.slice(1))
  await enrolment.session()
  expect((await enrolment.post('events', { events: [READY] })).status).toBe(204)
})

it('nobody tells of it without the link', async () => {
  const answer = await createBrowserClient(test, 'nobodys').post('events', { events: [READY] })
  expect(answer).toMatchObject({ status: 401, body: { code: 'CAPTURE_TOKEN_INVALID' } })
})
