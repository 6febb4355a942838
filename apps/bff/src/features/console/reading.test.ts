import { describe, expect, it, vi } from 'vitest'
import { openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps

const [viewer, reviewer, admin] = await Promise.all(
  (['viewer', 'reviewer', 'admin'] as const).map((role) => openConsole(test, role)),
)
if (!viewer || !reviewer || !admin) throw new Error('somebody is missing')

const decide = async () => {
  const applicantId = await partner.createApplicant({ external_applicant_id: 'customer-7' })
  await partner.enrol(applicantId)
  return { applicantId, ...(await partner.finishAttempt(applicantId)) }
}
const { applicantId, authenticationId, attemptId } = await decide()

const readPictureId = async () =>
  (await reviewer.get(`/face-authentications/${authenticationId}`)).body.attempts[0].pictures[0].id

const newest = async (action: string) =>
  (await admin.get(`/audit-events?action=${action}&limit=1`)).body.data[0]

describe('face authentications', () => {
  it('are listed as the partner sees them, filters and pages included', async () => {
    const other = await partner.startAuthentication()
    const ids = async (query: string) =>
      (await viewer.get(`/face-authentications?${query}`)).body.data.map(({ id }: { id: string }) => id)
    expect(await ids('')).toEqual([other, authenticationId])
    expect(await ids('status=approved')).toEqual([authenticationId])
    expect(await ids('external_applicant_id=customer-7')).toEqual([authenticationId])
    expect(await ids(`applicant_id=${applicantId}`)).toEqual([authenticationId])
    const first = (await viewer.get('/face-authentications?limit=1')).body
    const { search } = new URL(first._links.next.href)
    const second = (await viewer.get(`/face-authentications${search}`)).body
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual([other, authenticationId])
    expect((await viewer.get('/face-authentications?colour=red')).status).toBe(422)
  })

  it('are told with all that explains them, in one answer', async () => {
    const { status, body } = await viewer.get(`/face-authentications/${authenticationId}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      authentication: { id: authenticationId, status: 'approved', response_codes: [{ code: 10000 }] },
      applicant: { id: applicantId, external_applicant_id: 'customer-7' },
      user_journey: { name: 'Default', minimum_match_level: 3 },
      attempts: [
        {
          attempt: { id: attemptId, status: 'completed', details: { minimum_match_level: 3 } },
          pictures: [{ id: expect.stringMatching(/^asst_/) }],
        },
      ],
    })
    const types = body.events.map(({ event }: { event: { type: string } }) => event.type)
    expect(types[0]).toBe('face_authentication_created')
    expect(types.at(-1)).toBe('face_authentication_checks_completed')
    expect(JSON.stringify(body)).not.toMatch(/signature=|\/assets\//)
  })

  it('name the webhooks that were sent of them', async () => {
    const hook = { url: 'http://127.0.0.1:9/hooks' }
    const endpoint = (await partner.post('/webhook-endpoints', hook)).body
    const { authenticationId: id } = await decide()
    const { events } = (await viewer.get(`/face-authentications/${id}`)).body
    expect(events.length).toBeGreaterThan(2)
    for (const { event, deliveries } of events) {
      expect(deliveries).toMatchObject([{ webhook_endpoint_id: endpoint.id, event_id: event.id }])
    }
    await partner.delete(`/webhook-endpoints/${endpoint.id}`)
  })

  it('that are not there: 404', async () => {
    expect((await viewer.get('/face-authentications/fav_x')).status).toBe(404)
    expect((await reviewer.get('/pictures/asst_x')).status).toBe(404)
  })
})

describe('a picture', () => {
  it('is shown to a reviewer, with an entry that names them', async () => {
    const id = await readPictureId()
    const answer = await reviewer.get(`/pictures/${id}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(await newest('picture.read')).toMatchObject({
      actor: { type: 'console_user', id: reviewer.userId },
      subject: { type: 'picture', id },
    })
  })

  it('is never shown to a viewer, and that they asked is seen', async () => {
    const id = await readPictureId()
    expect(await viewer.get(`/pictures/${id}`)).toMatchObject({
      status: 403,
      body: { error_codes: ['console_role_missing'] },
    })
    expect(await newest('picture.deny')).toMatchObject({
      actor: { type: 'console_user', id: viewer.userId },
      subject: { type: 'picture', id },
    })
    await viewer.get('/pictures/anything-they-like')
    expect(await newest('picture.deny')).not.toHaveProperty('subject.id')
  })

  it('stays closed where the audit log takes no entry', async () => {
    const id = await readPictureId()
    const insert = vi.spyOn(database.auditEvents, 'insert').mockRejectedValueOnce(new Error('disk full'))
    const answer = await reviewer.get(`/pictures/${id}`)
    insert.mockRestore()
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toContain('json')
  })
})

it('the audit log is the admins’', async () => {
  expect((await admin.get('/audit-events')).status).toBe(200)
  for (const client of [viewer, reviewer]) expect((await client.get('/audit-events')).status).toBe(403)
  expect(await newest('console_user.deny')).toMatchObject({ subject: { id: reviewer.userId } })
})

describe('another tenant', () => {
  it('sees nothing of this one', async () => {
    const stranger = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
    const theirs = await openConsole(test, 'admin', stranger.tenantId)
    expect((await theirs.get('/me')).body.tenant).toEqual({ id: stranger.tenantId, name: 'Other' })
    expect((await theirs.get('/face-authentications')).body.data).toEqual([])
    expect((await theirs.get(`/face-authentications?applicant_id=${applicantId}`)).body.data).toEqual([])
    expect((await theirs.get(`/face-authentications/${authenticationId}`)).status).toBe(404)
    expect((await theirs.get(`/pictures/${await readPictureId()}`)).status).toBe(404)
    const journeys = (await theirs.get('/user-journeys')).body.data
    expect(journeys.map(({ id }: { id: string }) => id)).toEqual([stranger.userJourneyId])
    const seen = (await theirs.get('/audit-events?limit=100')).body.data
    const ours = (await admin.get('/audit-events?limit=100')).body.data
    const ids = new Set(ours.map(({ id }: { id: string }) => id))
    expect(seen.filter(({ id }: { id: string }) => ids.has(id))).toEqual([])
  })
})
