import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { openConsole } from '../../testing/console-client.ts'
import { openTestApp } from '../../testing/open-test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'

const { test, partner } = await openTestApp()
const { database } = test.deps
const { tenantId } = test.partner

const viewer = await openConsole(test, 'viewer')
const reviewer = await openConsole(test, 'reviewer')
const admin = await openConsole(test, 'admin')
const other = await setUpTenant(database, { name: 'Other', provider: 'embedded' }, new Date())
const stranger = await openConsole(test, 'admin', other.tenantId)

const newest = async (action: string) =>
  (await admin.get(`/audit-events?action=${action}&limit=1`)).body.data[0]

describe('an applicant', () => {
  it('is found, and told with faces and lockout', async () => {
    const id = await partner.createApplicant({ external_applicant_id: 'customer-1', email: 'a@b.example' })
    const face = (await partner.enrol(id)).body.id
    const { body } = await viewer.get('/applicants?external_applicant_id=customer-1')
    expect(body.data).toMatchObject([{ id, email: 'a@b.example' }])
    expect((await viewer.get(`/applicants/${id}`)).body).toMatchObject({
      applicant: { id },
      faces: [{ id: face, status: 'ACTIVE' }],
      lockout: { status: 'OPEN', declines: [] },
    })
    expect((await stranger.get(`/applicants/${id}`)).status).toBe(404)
    expect((await stranger.get('/applicants')).body.data).toEqual([])
  })

  it('is unlocked by an admin, with an entry that names them', async () => {
    const id = await partner.createApplicant()
    const until = new Date(Date.now() + 3_600_000)
    await database.lockouts.addDecline(tenantId, id, new Date())
    await database.lockouts.prolong(tenantId, id, { waitUntil: null, lockedUntil: until })
    const read = async () => (await viewer.get(`/applicants/${id}`)).body.lockout.status
    expect((await reviewer.post(`/applicants/${id}/unlock`)).status).toBe(403)
    expect((await stranger.post(`/applicants/${id}/unlock`)).status).toBe(404)
    expect(await read()).toBe('LOCKED')
    expect((await admin.post(`/applicants/${id}/unlock`)).status).toBe(204)
    expect(await read()).toBe('OPEN')
    const entry = { actor: { type: 'console_user', id: admin.userId }, subject: { id } }
    expect(await newest('applicant.unlock')).toMatchObject(entry)
  })

  it('is erased by an admin, with a receipt and an entry', async () => {
    const id = await partner.createApplicant({ email: 'gone@b.example' })
    await partner.enrol(id)
    expect((await admin.get(`/applicants/${id}/erasure-receipt`)).status).toBe(404)
    expect((await reviewer.post(`/applicants/${id}/anonymize`)).status).toBe(403)
    expect((await stranger.post(`/applicants/${id}/anonymize`)).status).toBe(404)
    const erased = await admin.post(`/applicants/${id}/anonymize`)
    expect(erased).toMatchObject({ status: 200, body: { subject_id: id } })
    expect((await admin.get(`/applicants/${id}/erasure-receipt`)).body).toEqual(erased.body)
    expect((await viewer.get(`/applicants/${id}`)).body).toMatchObject({
      anonymized_on: expect.any(String),
      faces: [],
    })
    const entry = { actor: { id: admin.userId }, subject: { id } }
    expect(await newest('applicant.anonymize')).toMatchObject(entry)
  })
})

describe('webhooks', async () => {
  const received: { headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) })
    response.writeHead(202).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const hook = { url: `http://127.0.0.1:${port}/hooks`, event_types: ['face_removed'] }
  const endpoint = (await partner.post('/webhook-endpoints', hook)).body

  it('are the admins’, and none of another tenant', async () => {
    expect((await admin.get('/webhook-endpoints')).body.data).toMatchObject([{ id: endpoint.id }])
    expect(JSON.stringify((await admin.get('/webhook-endpoints')).body)).not.toContain(endpoint.secret)
    expect((await stranger.get('/webhook-endpoints')).body.data).toEqual([])
    for (const path of ['', `/${endpoint.id}/deliveries`]) {
      expect((await reviewer.get(`/webhook-endpoints${path}`)).status).toBe(403)
    }
    expect((await stranger.get(`/webhook-endpoints/${endpoint.id}/deliveries`)).status).toBe(404)
  })

  it('are tested with an event about nobody, of a type that the endpoint takes', async () => {
    expect((await stranger.post(`/webhook-endpoints/${endpoint.id}/test`)).status).toBe(404)
    const { status, body } = await admin.post(`/webhook-endpoints/${endpoint.id}/test`)
    expect(status).toBe(200)
    expect(body).toEqual({
      event_id: expect.any(String),
      duration_ms: expect.any(Number),
      response_status: 202,
    })
    expect(received).toHaveLength(1)
    expect(received[0]?.headers).toMatchObject({ 'webhook-id': body.event_id })
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      id: body.event_id,
      type: 'face_removed',
      data: { external_applicant_id: 'visavis-test' },
    })
    expect((await admin.get(`/events/${body.event_id}`)).status).toBe(404)
    expect(await newest('webhook_endpoint.test')).toMatchObject({ subject: { id: endpoint.id } })
  })

  it('are sent again, and their payload is shown', async () => {
    const id = await partner.createApplicant()
    const face = (await partner.enrol(id)).body.id
    await partner.delete(`/applicants/${id}/faces/${face}`)
    const [delivery] = (await admin.get(`/webhook-endpoints/${endpoint.id}/deliveries`)).body.data
    const event = (await viewer.get(`/events/${delivery.event_id}`)).body
    expect(event).toMatchObject({ type: 'face_removed', data: { face_id: face } })
    expect((await stranger.get(`/events/${delivery.event_id}`)).status).toBe(404)
    expect((await reviewer.post(`/webhook-deliveries/${delivery.id}/redeliver`)).status).toBe(403)
    expect((await stranger.post(`/webhook-deliveries/${delivery.id}/redeliver`)).status).toBe(404)
    const again = await admin.post(`/webhook-deliveries/${delivery.id}/redeliver`)
    expect(again).toMatchObject({ status: 202, body: { id: delivery.id, status: 'pending' } })
    expect(await newest('webhook_delivery.redeliver')).toMatchObject({ subject: { id: delivery.id } })
  })
})
