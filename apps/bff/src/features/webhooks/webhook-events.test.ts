import { describe, expect, it } from 'vitest'
import { createBrowserClient } from '../../testing/clients.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { APPROVED, BLURRY, DECLINED } from '../../testing/scripted-provider.ts'
import { createFaceAuthentication } from '../authentications/create-face-authentication.ts'
import { settleDueAttempts } from '../authentications/settle-due-attempts.ts'
import { toEvent } from '../authentications/to-event.ts'
import { recordEvents } from './record-events.ts'

const HOUR_MS = 3_600_000

const { test, partner } = await openTestApp()

/** What was emitted about one face authentication, oldest first: type without its prefix, status, codes. */
const listEvents = async (id: string) => {
  const { rows } = await test.deps.database.events.list(test.partner.tenantId, { skip: 0, limit: 1000 })
  return rows
    .filter(({ payload }) => 'face_authentication_id' in payload && payload.face_authentication_id === id)
    .reverse()
    .map(({ type, payload }) => {
      if (!('status' in payload)) return [type]
      const codes = payload.response_codes.map(({ code }) => code)
      return [type.replace('face_authentication_', ''), payload.status, ...codes]
    })
}

const open = async (id?: string) => {
  const { authenticationId, token } = await partner.startAttempt(id)
  const browser = createBrowserClient(test, token)
  await browser.session()
  await browser.consent()
  return { authenticationId, browser }
}

const START = [
  ['created', 'created'],
  ['opened', 'pending'],
  ['started', 'capture_in_progress'],
]

describe('events', () => {
  it('tell of an approved and of a declined person', async () => {
    for (const [outcome, verdict] of [
      [APPROVED, ['checks_completed', 'approved', 10000]],
      [DECLINED, ['checks_completed', 'declined', 62321]],
    ] as const) {
      test.provider.script(outcome)
      const { authenticationId, browser } = await open()
      await browser.upload()
      expect(await listEvents(authenticationId)).toEqual([
        ...START,
        ['capture_completed', 'checks_in_progress'],
        verdict,
      ])
    }
  })

  it('tell of unusable pictures and of the next attempt', async () => {
    test.provider.script(BLURRY)
    const { authenticationId, browser } = await open()
    for (let count = 0; count < 3; count += 1) await browser.upload()
    await partner.startAttempt(authenticationId)
    expect(await listEvents(authenticationId)).toEqual([
      ...START,
      ['capture_completed', 'checks_in_progress'],
      ['checks_inconclusive', 'retry_required', 61401],
      ['retry_requested', 'pending'],
    ])
  })

  it('tell of leaving, refusing and starting over', async () => {
    const left = await open()
    await left.browser.abort('camera_access_refused')
    expect((await listEvents(left.authenticationId)).at(-1)).toEqual([
      'capture_aborted',
      'retry_required',
      61113,
    ])
    const refused = await open()
    await refused.browser.refuse()
    expect((await listEvents(refused.authenticationId)).at(-1)).toEqual(['capture_refused', 'refused', 63001])
    const replaced = await open()
    await partner.startAttempt(replaced.authenticationId)
    expect((await listEvents(replaced.authenticationId)).at(-1)).toEqual(['reset', 'pending'])
  })

  it('come when the time is up, without anyone looking', async () => {
    const waiting = await partner.startAttempt()
    const left = await open()
    test.clock.skewMs += HOUR_MS
    expect(await settleDueAttempts(test.deps)).toBeGreaterThanOrEqual(2)
    expect((await listEvents(waiting.authenticationId)).at(-1)).toEqual([
      'link_expired',
      'retry_required',
      61101,
    ])
    expect((await listEvents(left.authenticationId)).at(-1)).toEqual([
      'capture_aborted',
      'retry_required',
      61121,
    ])
    const before = await listEvents(left.authenticationId)
    expect(await settleDueAttempts(test.deps)).toBe(0)
    expect(await listEvents(left.authenticationId)).toEqual(before)
  })

  it('come in one row even when several settle at once', async () => {
    const { authenticationId } = await partner.startAttempt()
    test.clock.skewMs += HOUR_MS
    await Promise.all([
      settleDueAttempts(test.deps),
      settleDueAttempts(test.deps),
      partner.get(`/face-authentications/${authenticationId}`),
    ])
    const types = (await listEvents(authenticationId)).map(([type]) => type)
    expect(types).toEqual(['created', 'opened', 'link_expired'])
  })

  it('are not there when what they tell of was undone', async () => {
    const { tenantId, userJourneyId } = test.partner
    const applicant = await partner.post('/applicants', { external_applicant_id: 'ext_7' })
    const input = { applicant_id: applicant.body.id, user_journey_id: userJourneyId }
    const authentication = await createFaceAuthentication(test.deps, tenantId, input)
    const anonymized = () =>
      toEvent({
        authentication,
        externalApplicantId: 'ext_7',
        type: 'face_authentication_anonymized',
        now: test.deps.now(),
      })
    const failing = test.deps.database.transaction(async (repositories) => {
      await recordEvents(repositories, [anonymized()])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await listEvents(authentication.id)).toEqual([['created', 'created']])
    await test.deps.database.transaction((repositories) => recordEvents(repositories, [anonymized()]))
    expect((await listEvents(authentication.id)).at(-1)).toEqual(['anonymized', 'created'])
  })
})
