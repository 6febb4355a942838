import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../../testing/webhook-receiver.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { recoverDeliveries } from './recover-deliveries.ts'
import { WEBHOOK_RETRY_DELAYS_MS } from './retry-rules.ts'
import type { WebhookDelivery } from './webhook-deliveries-repo.ts'
import { createWebhookSender } from './webhook-sender.ts'

const MINUTE_MS = 60_000

/** Not `face_added`, which comes before each of them: one delivery a start. */
const AUTHENTICATION_EVENTS = ['face_authentication_created', 'face_authentication_opened']

let test: TestApp
let partner: ReturnType<typeof createPartnerClient>
let receiver: WebhookReceiver
let endpoint: { id: string; secret: string }
beforeAll(async () => {
  test = await createTestApp()
  partner = createPartnerClient(test)
})
afterAll(() => test.close())
beforeEach(async () => {
  receiver = await startWebhookReceiver()
  const wanted = { url: receiver.url, event_types: AUTHENTICATION_EVENTS }
  endpoint = (await partner.post('/webhook-endpoints', wanted)).body
})
afterEach(async () => {
  await partner.delete(`/webhook-endpoints/${endpoint.id}`)
  await receiver.close()
})

const readLog = async (endpointId = endpoint.id) =>
  (await partner.get(`/webhook-endpoints/${endpointId}/deliveries?limit=100`)).body.data

const getDelivery = async (): Promise<WebhookDelivery> => {
  const [row] = await readLog()
  const delivery = await test.deps.database.webhookDeliveries.get(test.partner.tenantId, row.id)
  if (!delivery) throw new Error('there is a delivery')
  return delivery
}

/** Does what the queue would: one turn of the newest delivery. */
const deliver = async (delivery?: WebhookDelivery) => {
  const { tenantId, id, turn } = delivery ?? (await getDelivery())
  await deliverWebhook(test.deps, { tenantId, deliveryId: id, turn })
}

const start = async () => {
  await partner.startAuthentication()
  return getDelivery()
}

describe('a delivery', () => {
  it('carries the event and two signatures that hold', async () => {
    await start()
    await deliver()
    const [webhook] = receiver.received
    if (!webhook) throw new Error('it came')
    const { headers, body } = webhook
    const event = JSON.parse(body)
    expect((await partner.get(`/events/${event.id}`)).body).toEqual(event)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Visavis',
      'webhook-id': event.id,
    })
    expect(headers).not.toHaveProperty('authorization')
    expect(headers['cko-signature']).toBe(createHmac('sha256', endpoint.secret).update(body).digest('hex'))
    const standard = new Webhook(endpoint.secret)
    expect(standard.verify(body, headers as Record<string, string>)).toEqual(event)
    expect(() => standard.verify(`${body} `, headers as Record<string, string>)).toThrow()
    expect(await readLog()).toEqual([
      expect.objectContaining({
        event_id: event.id,
        status: 'delivered',
        attempts: [
          {
            started_on: expect.any(String),
            duration_ms: expect.any(Number),
            response_status: 200,
          },
        ],
      }),
    ])
    expect(test.log.text).not.toContain(endpoint.secret)
  })

  it('goes to every endpoint that wants the event, each with its own key', async () => {
    const only = { url: receiver.url, event_types: ['face_authentication_opened'] }
    const { body: picky } = await partner.post('/webhook-endpoints', only)
    const { authenticationId } = await partner.startAttempt()
    expect(await readLog()).toHaveLength(2)
    expect(await readLog(picky.id)).toHaveLength(1)
    const [row] = await readLog(picky.id)
    await deliverWebhook(test.deps, { tenantId: test.partner.tenantId, deliveryId: row.id, turn: 0 })
    const [webhook] = receiver.received
    const event = new Webhook(picky.secret).verify(
      webhook?.body ?? '',
      webhook?.headers as Record<string, string>,
    )
    expect(event).toMatchObject({
      type: 'face_authentication_opened',
      data: { face_authentication_id: authenticationId, status: 'pending' },
    })
    await partner.delete(`/webhook-endpoints/${picky.id}`)
  })

  it('carries the authorization it was given, until that is taken away', async () => {
    const path = `/webhook-endpoints/${endpoint.id}`
    await partner.patch(path, { authorization: 'Bearer a b' })
    await deliver(await start())
    expect(receiver.received.at(-1)?.headers.authorization).toBe('Bearer a b')
    await partner.patch(path, { authorization: null })
    await deliver(await start())
    expect(receiver.received.at(-1)?.headers).not.toHaveProperty('authorization')
    expect(test.log.text).not.toContain('Bearer a b')
  })

  it('is tried again after 5, 10, 15, 30 min, 1, 4, 12, 12 h and then given up', async () => {
    receiver.answer(500)
    await start()
    for (const delayMs of WEBHOOK_RETRY_DELAYS_MS) {
      const before = test.deps.now().getTime()
      await deliver()
      const { status, nextAttemptOn } = await getDelivery()
      expect(status).toBe('pending')
      const waitMs = (nextAttemptOn?.getTime() ?? 0) - before
      expect(Math.floor(waitMs / MINUTE_MS)).toBe(delayMs / MINUTE_MS)
      test.clock.skewMs += delayMs
    }
    await deliver()
    expect(await getDelivery()).toMatchObject({ status: 'failed', nextAttemptOn: null, failures: 9 })
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1)
    const [row] = await readLog()
    expect(row.attempts).toHaveLength(9)
    expect(row.attempts[0]).toMatchObject({ response_status: 500, error: 'http_status' })
    await deliver()
    expect(receiver.received).toHaveLength(9)
  })

  it.each([
    ['a redirect', { redirectTo: 'http://127.0.0.1:1/' }, { response_status: 307, error: 'http_status' }],
    ['an odd status', 404, { response_status: 404, error: 'http_status' }],
  ] as const)('takes %s for a failure', async (_, answer, attempt) => {
    receiver.answer(answer)
    await deliver(await start())
    const [row] = await readLog()
    expect(row).toMatchObject({ status: 'pending', attempts: [attempt] })
    expect(receiver.received).toHaveLength(1)
  })

  it('does not wait for ever', async () => {
    const { webhooks } = test.deps
    test.deps.webhooks = createWebhookSender({ allowPrivate: true, timeoutMs: 50 })
    receiver.answer('hang')
    await deliver(await start())
    test.deps.webhooks = webhooks
    expect((await readLog())[0]).toMatchObject({ status: 'pending', attempts: [{ error: 'timeout' }] })
  })

  it('leaves an endpoint alone that only fails, tries it with one of many a minute later, and goes on when it is well', async () => {
    receiver.answer(500)
    const deliveries = []
    for (let count = 0; count < 8; count += 1) deliveries.push(await start())
    for (const delivery of deliveries.slice(0, 5)) await deliver(delivery)
    expect(receiver.received).toHaveLength(4)
    const [, , , fifth] = await readLog()
    expect(fifth).toMatchObject({ status: 'pending', attempts: [{ error: 'endpoint_paused' }] })

    test.clock.skewMs += MINUTE_MS + 1000
    await Promise.all(deliveries.slice(5, 7).map((delivery) => deliver(delivery)))
    expect(receiver.received).toHaveLength(5)

    receiver.answer(200)
    await partner.patch(`/webhook-endpoints/${endpoint.id}`, { description: 'mended' })
    await deliver(deliveries[7])
    await start()
    await deliver()
    expect(receiver.received).toHaveLength(7)
    test.clock.skewMs = 0
  })

  it('of a paused endpoint waits without a job and without using up an attempt, and says so once', async () => {
    receiver.answer(500)
    const before = await start()
    for (let count = 0; count < 4; count += 1) await deliver(await start())
    const { id } = await start()
    for (const delivery of [before, await getDelivery()]) {
      await deliver(delivery)
      await deliver(delivery)
    }
    expect(receiver.received).toHaveLength(4)
    const [ofPause, , , , , ofBefore] = await readLog()
    for (const held of [ofPause, ofBefore]) {
      expect(held).toMatchObject({ status: 'pending', attempts: [{ error: 'endpoint_paused' }] })
      expect(held).not.toHaveProperty('next_attempt_on')
    }
    expect(ofPause.id).toBe(id)
    // A minute later one of them is ordered to see how it is, and whoever else was ordered before stays where it is.
    test.clock.skewMs += MINUTE_MS + 1
    expect(await recoverDeliveries(test.deps)).toBe(1)
    await deliver(before)
    await deliver(await getDelivery())
    expect(receiver.received).toHaveLength(5)
    expect(await recoverDeliveries(test.deps)).toBe(0)
    expect((await readLog())[0].attempts).toHaveLength(1)
    expect(await getDelivery()).toMatchObject({ id, status: 'pending', failures: 0, claimedUntil: null })
    // The next minute another one is tried.
    test.clock.skewMs += MINUTE_MS + 1
    receiver.answer(200)
    await deliver(await start())
    expect(receiver.received).toHaveLength(6)
    expect((await getDelivery()).status).toBe('delivered')
    test.clock.skewMs = 0
  })

  it('that is refused pauses nobody: the endpoint is there', async () => {
    receiver.answer(500)
    for (let count = 0; count < 3; count += 1) await deliver(await start())
    receiver.answer(401)
    for (let count = 0; count < 5; count += 1) await deliver(await start())
    expect(receiver.received).toHaveLength(8)
    expect(await getDelivery()).toMatchObject({ status: 'pending', failures: 1 })
    receiver.answer(429)
    for (let count = 0; count < 5; count += 1) await deliver(await start())
    expect(receiver.received).toHaveLength(12)
  })

  it('fails when nobody listens', async () => {
    const delivery = await start()
    await partner.patch(`/webhook-endpoints/${endpoint.id}`, { url: 'http://127.0.0.1:1/' })
    await deliver(delivery)
    expect((await readLog())[0].attempts).toMatchObject([{ error: 'connection' }])
  })

  it('goes nowhere private, whatever the name stood for before', async () => {
    const { webhooks } = test.deps
    let addresses = ['93.184.216.34']
    test.deps.webhooks = createWebhookSender({
      lookup: async () => addresses.map((address) => ({ address, family: 4 })),
    })
    const url = `https://rebound.example:${receiver.port}/`
    const { body: rebound } = await partner.post('/webhook-endpoints', { url })
    expect(rebound.id).toBeDefined()
    addresses = ['127.0.0.1']
    await partner.startAuthentication()
    const [row] = await readLog(rebound.id)
    await deliverWebhook(test.deps, { tenantId: test.partner.tenantId, deliveryId: row.id, turn: 0 })
    test.deps.webhooks = webhooks
    expect((await readLog(rebound.id))[0].attempts).toMatchObject([{ error: 'address_refused' }])
    expect(receiver.received).toHaveLength(0)
    await partner.delete(`/webhook-endpoints/${rebound.id}`)
  })

  it('says so when its secret cannot be opened', async () => {
    const delivery = await start()
    const { sealer } = test.deps
    const open = () => {
      throw new Error('another master key')
    }
    test.deps.sealer = { ...sealer, open }
    await deliver(delivery)
    test.deps.sealer = sealer
    expect((await readLog())[0].attempts).toMatchObject([{ error: 'secret_unreadable' }])
  })

  it('is sent once, however many work on it', async () => {
    const delivery = await start()
    await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)])
    await deliver(delivery)
    expect(receiver.received).toHaveLength(1)
  })

  it('comes to nothing when its endpoint is deleted under way', async () => {
    receiver.answer('hang')
    const { webhooks } = test.deps
    test.deps.webhooks = {
      ...webhooks,
      post: async () => {
        await partner.delete(`/webhook-endpoints/${endpoint.id}`)
        return { responseStatus: 200, error: null }
      },
    }
    const delivery = await start()
    await deliver(delivery)
    test.deps.webhooks = webhooks
    const after = await test.deps.database.webhookDeliveries.get(delivery.tenantId, delivery.id)
    expect(after).toBeUndefined()
  })
})

describe('sending again by hand', () => {
  it('starts afresh, with the same event', async () => {
    receiver.answer(500, 200)
    await deliver(await start())
    await deliver()
    const delivered = await getDelivery()
    expect(delivered.status).toBe('delivered')
    const answer = await partner.post(`/webhook-deliveries/${delivered.id}/redeliver`, {})
    expect(answer).toMatchObject({ status: 202, body: { id: delivered.id, status: 'pending' } })
    expect(answer.body.attempts).toHaveLength(2)
    receiver.answer(500)
    await deliver()
    const { nextAttemptOn, failures } = await getDelivery()
    expect(failures).toBe(1)
    expect((nextAttemptOn?.getTime() ?? 0) - test.deps.now().getTime()).toBeLessThanOrEqual(5 * MINUTE_MS)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect((await partner.post('/webhook-deliveries/whd_x/redeliver', {})).status).toBe(404)
  })

  it('waits for the one under way', async () => {
    const { webhooks } = test.deps
    const delivery = await start()
    test.deps.webhooks = {
      ...webhooks,
      post: async (input) => {
        test.deps.webhooks = webhooks
        await partner.post(`/webhook-deliveries/${delivery.id}/redeliver`, {})
        await deliver()
        expect(receiver.received).toHaveLength(0)
        return webhooks.post(input)
      },
    }
    await deliver(delivery)
    expect(receiver.received).toHaveLength(1)
    await deliver()
    expect(receiver.received).toHaveLength(2)
    expect((await getDelivery()).status).toBe('delivered')
  })
})

describe('an endpoint that is switched off', () => {
  it('keeps its deliveries waiting', async () => {
    const path = `/webhook-endpoints/${endpoint.id}`
    await partner.patch(path, { active: false })
    await deliver(await start())
    test.clock.skewMs += 10 * MINUTE_MS
    expect(await recoverDeliveries(test.deps)).toBe(0)
    expect(receiver.received).toHaveLength(0)
    expect((await getDelivery()).status).toBe('pending')
    await partner.patch(path, { active: true })
    await deliver()
    expect(receiver.received).toHaveLength(1)
  })
})

describe('what a process that died leaves', () => {
  it('is taken up again once its claim has run out', async () => {
    const delivery = await start()
    const { tenantId, id, turn } = delivery
    const now = test.deps.now()
    const claimedUntil = new Date(now.getTime() + MINUTE_MS)
    await test.deps.database.webhookDeliveries.claim({ tenantId, id, turn }, { now, claimedUntil })
    await deliver(delivery)
    expect(receiver.received).toHaveLength(0)
    expect(await recoverDeliveries(test.deps)).toBe(0)
    test.clock.skewMs += 2 * MINUTE_MS + 1
    expect(await recoverDeliveries(test.deps)).toBe(1)
    await deliver(delivery)
    expect(receiver.received).toHaveLength(1)
    expect(await recoverDeliveries(test.deps)).toBe(0)
  })
})
