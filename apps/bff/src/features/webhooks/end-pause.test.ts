import { expect, it, vi } from 'vitest'
import { createPartnerClient } from '../../testing/clients.ts'
import { createTestApp } from '../../testing/test-app.ts'
import { startWebhookReceiver } from '../../testing/webhook-receiver.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { recoverDeliveries } from './recover-deliveries.ts'

const MINUTE_MS = 60_000
const EVENTS_DURING_THE_PAUSE = 30

/** @see 15 000 deliveries to dead endpoints that were put off one by one, for minutes, before anything else was done. */
it('what waits for a paused endpoint is left alone together, and goes out together when it is well', async () => {
  const test = await createTestApp()
  const receiver = await startWebhookReceiver()
  try {
    const partner = createPartnerClient(test)
    const worked: string[] = []
    await test.deps.database.queue.work('deliver-webhook', { concurrency: 4 }, async (data) => {
      worked.push(data.deliveryId)
      await deliverWebhook(test.deps, data)
    })
    receiver.answer(500)
    const wanted = { url: receiver.url, event_types: ['face_authentication_created'] }
    const { body: endpoint } = await partner.post('/webhook-endpoints', wanted)
    const readLog = async () =>
      (await partner.get(`/webhook-endpoints/${endpoint.id}/deliveries?limit=100`)).body.data

    for (let count = 0; count < 4; count += 1) await partner.startAuthentication()
    await vi.waitFor(() => expect(receiver.received).toHaveLength(4), 10_000)
    await vi.waitFor(async () =>
      expect((await readLog()).every((row: { attempts: unknown[] }) => row.attempts.length === 1)).toBe(true),
    )
    const before = worked.length
    for (let count = 0; count < EVENTS_DURING_THE_PAUSE; count += 1) await partner.startAuthentication()
    expect(await recoverDeliveries(test.deps)).toBe(0)
    expect(worked).toHaveLength(before)

    receiver.answer(200)
    test.clock.skewMs += MINUTE_MS + 1000
    expect(await recoverDeliveries(test.deps)).toBe(1)
    await vi.waitFor(() => expect(receiver.received).toHaveLength(4 + EVENTS_DURING_THE_PAUSE), 30_000)
    const arrived = receiver.received.slice(4).map(({ headers }) => headers['webhook-id'])
    expect(new Set(arrived).size).toBe(EVENTS_DURING_THE_PAUSE)
    await vi.waitFor(async () => {
      const statuses = (await readLog()).map((row: { status: string }) => row.status)
      // The first four have their own time to be tried again.
      expect(statuses.filter((status: string) => status === 'pending')).toHaveLength(4)
    })
    expect(receiver.received).toHaveLength(4 + EVENTS_DURING_THE_PAUSE)
  } finally {
    await test.close()
    await receiver.close()
  }
}, 60_000)
