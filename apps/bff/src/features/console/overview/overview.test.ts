import { expect, it } from 'vitest'
import { createBrowserClient } from '../../../testing/clients.ts'
import { openConsole } from '../../../testing/console-client.ts'
import { openTestApp } from '../../../testing/open-test-app.ts'
import { setUpTenant } from '../../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const viewer = await openConsole(test, 'viewer')

const AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'

const applicantId = await partner.createApplicant()
await partner.enrol(applicantId)
await partner.finishAttempt(applicantId)
const left = await partner.startAttempt(await partner.startAuthentication(applicantId))
const phone = createBrowserClient(test, left.token)
await phone.request('GET', 'session', { headers: { 'user-agent': AGENT } })
await phone.consent()
await phone.post('events', {
  events: [
    { type: 'camera_failed', reason: 'refused' },
    { type: 'step', step: 'camera_denied', ms: 4000 },
  ],
})

it('tells how it goes, from links that were opened to decisions', async () => {
  const { status, body } = await viewer.get('/overview')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    total: 2,
    statuses: expect.arrayContaining([
      { status: 'approved', count: 1 },
      { status: 'capture_in_progress', count: 1 },
    ]),
    response_codes: [{ code: 10000, count: 1 }],
    funnel: [
      { step: 'created', reached: 2, stopped: 0 },
      { step: 'opened', reached: 2, stopped: 0 },
      { step: 'agreed', reached: 2, stopped: 1 },
      { step: 'camera', reached: 1, stopped: 0 },
      { step: 'captured', reached: 1, stopped: 0 },
      { step: 'decided', reached: 1, stopped: 1 },
    ],
    to_complete: { count: 1, p50_seconds: expect.any(Number) },
    camera_failures: [{ reason: 'refused', count: 1 }],
    devices: [{ value: 'phone', system: 'iOS', total: 1, approved: 0, declined: 0 }],
    user_journeys: [{ value: test.partner.userJourneyId, total: 2, approved: 1, declined: 0 }],
    provider_health: [],
    webhooks: { waiting: 0, failed: 0 },
  })
  expect(body.series.parts).toHaveLength(28)
  const times = { created_after: body.created_after, created_before: body.created_before }
  expect(Date.parse(times.created_before) - Date.parse(times.created_after)).toBe(7 * 86_400_000)
})

it('leads to the list behind a number by the same words', async () => {
  const ids = async (query: string) =>
    (await viewer.get(`/face-authentications?${query}`)).body.data.map(({ id }: { id: string }) => id)
  expect(await ids('system=iOS&device=phone&stopped_at=agreed')).toEqual([left.authenticationId])
  expect(await ids('camera_failure=refused')).toEqual([left.authenticationId])
  expect(await ids('system=iOS&reached=camera')).toEqual([])
  // Partners have lists of their own.
  expect((await partner.get('/face-authentications?system=iOS')).body).toMatchObject({
    error_codes: ['system__unknown'],
  })
})

it.each([
  ['created_after=2026-03-01T00:00:00Z&created_before=2026-03-01T00:00:00Z', 'created_after__invalid_format'],
  ['created_after=2024-03-01T00:00:00Z&created_before=2026-03-01T00:00:00Z', 'created_after__invalid_format'],
  ['device=fridge', 'device__invalid_format'],
  ['country=Norway', 'country__invalid_format'],
  ['browser=%00', 'browser__invalid_format'],
  ['colour=red', 'colour__unknown'],
])('%s: 422 %s', async (query, code) => {
  expect(await viewer.get(`/overview?${query}`)).toMatchObject({
    status: 422,
    body: { error_codes: [code] },
  })
})

it('is of one tenant alone, and of nobody without a session', async () => {
  const stranger = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
  const theirs = await openConsole(test, 'admin', stranger.tenantId)
  expect((await theirs.get('/overview')).body).toMatchObject({ total: 0, statuses: [], devices: [] })
  const query = `user_journey_id=${test.partner.userJourneyId}`
  expect((await theirs.get(`/overview?${query}`)).body).toMatchObject({ total: 0 })
  expect((await test.app.request('/console/api/overview')).status).toBe(401)
})
