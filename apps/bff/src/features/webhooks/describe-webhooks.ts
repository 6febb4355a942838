import { newId } from '@visavis/shared/ids'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { insertTenant, NOW } from '../../storage/testing/rows.ts'
import { newDelivery, newEndpoint, newEvent } from '../../storage/testing/webhook-rows.ts'

const PAGE = { skip: 0, limit: 10 }
const LATER = new Date(NOW.getTime() + 60_000)

/** What events, endpoints and deliveries must do on every engine. @param open a database nobody has written to */
export const describeWebhooks = (
  engine: AllDatabase['engine'],
  open: () => Promise<{ database: AllDatabase; dispose: () => Promise<void> }>,
): void => {
  describe(`webhooks on ${engine}`, () => {
    let database: AllDatabase
    let dispose: () => Promise<void>
    let tenantId: string
    let other: string
    beforeEach(async () => {
      ;({ database, dispose } = await open())
      ;({ tenantId } = await insertTenant(database))
      other = (await insertTenant(database)).tenantId
    })
    afterEach(() => dispose())

    const setUp = async (isActive = true) => {
      const event = newEvent(tenantId)
      const endpoint = newEndpoint(tenantId, { isActive })
      const delivery = newDelivery(event, endpoint.id)
      await database.events.insert([event])
      await database.webhookEndpoints.insert(endpoint)
      await database.webhookDeliveries.insert([delivery])
      return { event, endpoint, delivery }
    }

    it('gives rows back as they were put in, and to nobody else', async () => {
      const { event, endpoint, delivery } = await setUp()
      const attempt = {
        tenantId,
        deliveryId: delivery.id,
        startedOn: NOW,
        durationMs: 12,
        responseStatus: null,
        error: 'timeout',
      } as const
      await database.webhookDeliveries.insertAttempt(attempt)
      expect(await database.events.get(tenantId, event.id)).toStrictEqual(event)
      expect(await database.events.list(tenantId, PAGE)).toStrictEqual({ totalCount: 1, rows: [event] })
      expect(await database.webhookEndpoints.get(tenantId, endpoint.id)).toStrictEqual(endpoint)
      expect(await database.webhookEndpoints.list(tenantId, PAGE)).toStrictEqual({
        totalCount: 1,
        rows: [endpoint],
      })
      expect(await database.webhookDeliveries.get(tenantId, delivery.id)).toStrictEqual(delivery)
      expect(await database.webhookDeliveries.lock(tenantId, delivery.id)).toStrictEqual(delivery)
      expect(await database.webhookDeliveries.listByEndpoint(tenantId, endpoint.id, PAGE)).toStrictEqual({
        totalCount: 1,
        rows: [delivery],
      })
      expect(await database.webhookDeliveries.listAttempts(tenantId, [delivery.id])).toStrictEqual([attempt])

      expect(await database.events.get(other, event.id)).toBeUndefined()
      expect((await database.events.list(other, PAGE)).totalCount).toBe(0)
      expect(await database.webhookEndpoints.get(other, endpoint.id)).toBeUndefined()
      expect((await database.webhookEndpoints.list(other, PAGE)).totalCount).toBe(0)
      expect(await database.webhookEndpoints.delete(other, endpoint.id)).toBe(false)
      expect(await database.webhookDeliveries.get(other, delivery.id)).toBeUndefined()
      expect(await database.webhookDeliveries.listAttempts(other, [delivery.id])).toEqual([])
      expect(await database.webhookDeliveries.listPending(other, endpoint.id)).toEqual([])
      await expect(database.webhookEndpoints.update(other, endpoint.id, {}, NOW)).rejects.toThrow()
      await expect(database.webhookDeliveries.update(other, delivery.id, {}, NOW)).rejects.toThrow()
      await expect(
        database.webhookDeliveries.insert([newDelivery(event, endpoint.id, { tenantId: other })]),
      ).rejects.toThrow()
    })

    it('writes an event down and finds the endpoints that want it', async () => {
      const all = newEndpoint(tenantId)
      const some = newEndpoint(tenantId, { eventTypes: ['face_authentication_opened'], isActive: false })
      const theirs = newEndpoint(other)
      for (const row of [all, some, theirs]) await database.webhookEndpoints.insert(row)
      const find = async (type: WebhookEventType) => {
        const event = newEvent(tenantId, { type })
        const wanted = await database.events.insert([event])
        expect(await database.events.get(tenantId, event.id)).toStrictEqual(event)
        return wanted.map(({ endpointId }) => endpointId)
      }
      expect(await find('face_authentication_opened')).toEqual([all.id, some.id])
      expect(await find('face_authentication_created')).toEqual([all.id])
      await database.webhookEndpoints.update(tenantId, some.id, { eventTypes: null }, LATER)
      expect(await find('face_authentication_created')).toEqual([all.id, some.id])
    })

    it('lets one at a time take a delivery, for its turn, from an endpoint that is on', async () => {
      const { endpoint, delivery } = await setUp()
      const { id } = delivery
      const take = (turn: number, now = NOW) =>
        database.webhookDeliveries.claim({ tenantId, id, turn }, { now, claimedUntil: LATER })
      const taken = await Promise.all([take(0), take(0), take(0)])
      expect(taken.filter(Boolean)).toStrictEqual([{ ...delivery, claimedUntil: LATER }])
      expect(await take(0)).toBeUndefined()
      expect(await take(1, LATER)).toBeUndefined()
      await database.webhookEndpoints.update(tenantId, endpoint.id, { isActive: false }, NOW)
      expect(await take(0, LATER)).toBeUndefined()
      await database.webhookEndpoints.update(tenantId, endpoint.id, { isActive: true }, NOW)
      expect(await take(0, LATER)).toBeDefined()
      const done = { status: 'delivered', nextAttemptOn: null, claimedUntil: null } as const
      await database.webhookDeliveries.update(tenantId, id, done, LATER)
      expect(await take(0, LATER)).toBeUndefined()
    })

    it('finds what is late, unless it is taken or its endpoint is off', async () => {
      const { endpoint, delivery } = await setUp()
      await setUp(false)
      const find = (before: Date) => database.webhookDeliveries.listOverdue(before, 10)
      const { id } = delivery
      const ref = { id, tenantId, endpointId: endpoint.id, turn: 0, nextAttemptOn: NOW }
      expect(await find(new Date(NOW.getTime() - 1))).toEqual([])
      expect(await find(LATER)).toEqual([ref])
      expect(await database.webhookDeliveries.listPending(tenantId, endpoint.id)).toEqual([ref])
      await database.webhookDeliveries.update(tenantId, id, { claimedUntil: LATER }, NOW)
      expect(await find(new Date(LATER.getTime() - 1))).toEqual([])
      expect(await find(LATER)).toEqual([ref])
    })

    it('of a paused endpoint finds none late, and one to try when the pause is over', async () => {
      const { endpoint, delivery } = await setUp()
      const ref = { id: delivery.id, tenantId, endpointId: endpoint.id, turn: 0, nextAttemptOn: NOW }
      const { webhookDeliveries, webhookBreakers } = database
      for (let count = 0; count < 4; count += 1) await webhookBreakers.fail(endpoint.id, NOW)
      const paused = new Date(NOW.getTime() + 30_000)
      const over = new Date(NOW.getTime() + 61_000)
      expect(await webhookDeliveries.listOverdue(over, 10)).toEqual([])
      expect(await webhookDeliveries.listTrials(paused, 10)).toEqual([])
      expect(await webhookDeliveries.listTrials(over, 10)).toEqual([ref])
      expect(await webhookDeliveries.listDue(tenantId, endpoint.id, NOW, 10)).toEqual([ref])
      expect(await webhookDeliveries.readBacklog(over)).toEqual({ pending: 1, oldestDueOn: null })
      expect(await webhookBreakers.reset(endpoint.id)).toBe(true)
      expect(await webhookBreakers.reset(endpoint.id)).toBe(false)
      expect(await webhookDeliveries.readBacklog(over)).toEqual({ pending: 1, oldestDueOn: NOW })
      expect(await webhookDeliveries.listOverdue(over, 10)).toEqual([ref])
    })

    it('forgets deliveries with their endpoint or their event', async () => {
      const first = await setUp()
      const second = await setUp()
      expect(await database.webhookEndpoints.delete(tenantId, first.endpoint.id)).toBe(true)
      expect(await database.webhookDeliveries.get(tenantId, first.delivery.id)).toBeUndefined()
      expect(await database.events.get(tenantId, first.event.id)).toBeDefined()
      expect(await database.events.deleteBefore(NOW)).toBe(0)
      expect(await database.events.deleteBefore(LATER)).toBe(2)
      expect(await database.webhookDeliveries.get(tenantId, second.delivery.id)).toBeUndefined()
    })

    it('takes an event once for each endpoint', async () => {
      const { event, endpoint } = await setUp()
      await expect(
        database.webhookDeliveries.insert([
          newDelivery(event, endpoint.id, { id: newId('webhookDelivery') }),
        ]),
      ).rejects.toThrow()
    })
  })
}
