import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { createTestApp, PUBLIC_URL, type TestApp } from '../../testing/test-app.ts'
import { setUpTenant } from '../access/set-up-tenant.ts'
import { createWebhookSender } from './webhook-sender.ts'

const URL_TAKEN = 'https://partner.example/hooks?x=1'
const ADDRESSES: Record<string, string> = { 'partner.example': '93.184.216.34', 'inside.example': '10.1.2.3' }
const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
/** With fractional seconds, as the vendor's webhooks have them. */
const EXACT_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

let test: TestApp
let partner: ReturnType<typeof createPartnerClient>
beforeAll(async () => {
  test = await createTestApp()
  // As in production: https and public addresses only. The names are answered here.
  test.deps.webhooks = createWebhookSender({
    lookup: async (hostname) => {
      const address = ADDRESSES[hostname] ?? (/^[\d.]+$|:/.test(hostname) ? hostname : undefined)
      if (!address) throw new Error('ENOTFOUND')
      return [{ address, family: address.includes(':') ? 6 : 4 }]
    },
  })
  partner = createPartnerClient(test)
})
afterAll(() => test.close())

const create = (change: object = {}) => partner.post('/webhook-endpoints', { url: URL_TAKEN, ...change })

describe('webhook endpoints', () => {
  it('are created with a secret that is shown this once', async () => {
    const input = {
      description: 'Orders',
      event_types: ['face_authentication_checks_completed'],
      authorization: 'Basic dXNlcjpwYXNz',
    }
    const created = await create(input)
    expect(created.status).toBe(201)
    const { secret, ...shown } = created.body
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(shown).toEqual({
      id: expect.stringMatching(/^whe_[a-z2-7]{26}$/),
      created_on: TIME,
      modified_on: TIME,
      url: URL_TAKEN,
      description: 'Orders',
      event_types: input.event_types,
      active: true,
      has_authorization: true,
      _links: {
        self: { href: `${PUBLIC_URL}/webhook-endpoints/${shown.id}` },
        deliveries: { href: `${PUBLIC_URL}/webhook-endpoints/${shown.id}/deliveries` },
      },
    })
    expect((await partner.get(`/webhook-endpoints/${shown.id}`)).body).toEqual(shown)
    const row = await test.deps.database.webhookEndpoints.get(test.partner.tenantId, shown.id)
    const stored = Buffer.concat([row?.secretSealed ?? [], row?.authorizationSealed ?? []].map(Buffer.from))
    expect(stored.includes(secret) || stored.includes(input.authorization)).toBe(false)
    expect(test.log.text).not.toContain(secret)
  })

  it('are listed, changed and deleted', async () => {
    const { body: first } = await create()
    const path = `/webhook-endpoints/${first.id}`
    const list = await partner.get('/webhook-endpoints?limit=100')
    expect(list.body.data.map((row: { id: string }) => row.id)).toContain(first.id)
    const change = { active: false, description: 'Later', event_types: ['face_authentication_created'] }
    const changed = await partner.patch(path, change)
    expect(changed).toMatchObject({ status: 200, body: { ...change, url: URL_TAKEN } })
    const cleared = await partner.patch(path, { description: null, event_types: null })
    expect(Object.keys(cleared.body)).not.toEqual(expect.arrayContaining(['description']))
    expect(cleared.body).not.toHaveProperty('event_types')
    expect((await partner.delete(path)).status).toBe(204)
    expect((await partner.get(path)).status).toBe(404)
    expect((await partner.delete(path)).status).toBe(404)
    expect((await partner.patch(path, {})).status).toBe(404)
    expect((await partner.get(`${path}/deliveries`)).status).toBe(404)
  })

  it.each([
    ['nothing', {}, 'url__required'],
    ['no address', { url: 'hooks' }, 'url__invalid_format'],
    ['credentials in it', { url: 'https://a:b@partner.example/' }, 'url__invalid_format'],
    ['another scheme', { url: 'ftp://partner.example/' }, 'url__invalid_format'],
    ['plain http', { url: 'http://partner.example/' }, 'url__https_required'],
    ['a private name', { url: 'https://inside.example/' }, 'url__address_refused'],
    ['loopback', { url: 'https://127.0.0.1/' }, 'url__address_refused'],
    ['loopback in disguise', { url: 'https://0x7f.1/' }, 'url__address_refused'],
    ['loopback as a number', { url: 'https://2130706433/' }, 'url__address_refused'],
    ['IPv6 loopback', { url: 'https://[::1]/' }, 'url__address_refused'],
    ['IPv4 in IPv6', { url: 'https://[::ffff:169.254.169.254]/' }, 'url__address_refused'],
    ['an unknown name', { url: 'https://nowhere.example/' }, 'url__unresolvable'],
    ['an unknown event', { url: URL_TAKEN, event_types: ['nope'] }, 'event_types__0__invalid_format'],
    ['no event', { url: URL_TAKEN, event_types: [] }, 'event_types__too_short'],
    ['a header in a header', { url: URL_TAKEN, authorization: 'a\r\nX: y' }, 'authorization__invalid_format'],
  ])('refuse %s', async (_, body, code) => {
    const answer = await partner.post('/webhook-endpoints', body)
    expect(answer).toMatchObject({ status: 422, body: { error_codes: [code] } })
  })

  it('are 20 at most', async () => {
    const before = (await partner.get('/webhook-endpoints')).body.total_count
    const made = await Promise.all(Array.from({ length: 21 - before }, () => create()))
    expect(made.map(({ status }) => status).sort()).toEqual([...Array(20 - before).fill(201), 409])
    expect(made.find(({ status }) => status === 409)?.body.error_codes).toEqual([
      'webhook_endpoint_limit_reached',
    ])
    for (const { body } of made) if (body.id) await partner.delete(`/webhook-endpoints/${body.id}`)
  })

  it('refuse an address inside when changed, too', async () => {
    const { body } = await create()
    const answer = await partner.patch(`/webhook-endpoints/${body.id}`, { url: 'https://inside.example/' })
    expect(answer).toMatchObject({ status: 422, body: { error_codes: ['url__address_refused'] } })
    expect((await partner.get(`/webhook-endpoints/${body.id}`)).body.url).toBe(URL_TAKEN)
  })

  it('belong to one partner, as events and deliveries do', async () => {
    const { body: endpoint } = await create()
    await partner.startAuthentication()
    const { body: events } = await partner.get('/events')
    const { body: deliveries } = await partner.get(`/webhook-endpoints/${endpoint.id}/deliveries`)
    const setUp = await setUpTenant(test.deps.database, { name: 'Other', provider: 'embedded' }, new Date())
    const other = createPartnerClient(test, setUp.apiKey)
    for (const path of [
      `/webhook-endpoints/${endpoint.id}`,
      `/webhook-endpoints/${endpoint.id}/deliveries`,
      `/events/${events.data[0].id}`,
    ]) {
      expect((await partner.get(path)).status).toBe(200)
      expect((await other.get(path)).status).toBe(404)
    }
    expect((await other.patch(`/webhook-endpoints/${endpoint.id}`, { active: false })).status).toBe(404)
    expect((await other.delete(`/webhook-endpoints/${endpoint.id}`)).status).toBe(404)
    const redeliver = `/webhook-deliveries/${deliveries.data[0].id}/redeliver`
    expect((await other.post(redeliver, {})).status).toBe(404)
    expect((await other.get('/events')).body.total_count).toBe(0)
    expect((await other.get('/webhook-endpoints')).body.total_count).toBe(0)
  })
})

describe('events', () => {
  it('have the documented shape, newest first', async () => {
    const external = { external_applicant_id: 'ext_1' }
    const { body: applicant } = await partner.post('/applicants', external)
    const input = { applicant_id: applicant.id, user_journey_id: test.partner.userJourneyId }
    const { body: authentication } = await partner.post('/face-authentications', input)
    const { body } = await partner.get('/events?limit=1')
    const [event] = body.data
    expect(event).toEqual({
      id: expect.stringMatching(/^evt_[a-z2-7]{26}$/),
      type: 'face_authentication_created',
      version: '1.2.0',
      created_on: EXACT_TIME,
      data: {
        ...input,
        ...external,
        status: 'created',
        face_authentication_id: authentication.id,
        response_codes: [],
      },
      _links: { self: { href: `${PUBLIC_URL}/events/${event.id}` } },
    })
    expect((await partner.get(`/events/${event.id}`)).body).toEqual(event)
    expect((await partner.get('/events/evt_x')).status).toBe(404)
  })

  it('leave out an external id that is not there', async () => {
    await partner.startAuthentication()
    const { body } = await partner.get('/events?limit=1')
    expect(body.data[0].data).not.toHaveProperty('external_applicant_id')
  })
})
