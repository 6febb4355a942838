import { sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type {
  DeliveryRef,
  WebhookAttempt,
  WebhookDeliveriesRepository,
  WebhookDelivery,
} from './webhook-types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'endpointId',
  'eventId',
  'status',
  'turn',
  'failures',
  'nextAttemptOn',
  'claimedUntil',
  'createdOn',
  'modifiedOn',
] satisfies (keyof WebhookDelivery)[]

const ATTEMPT_COLUMNS = [
  'tenantId',
  'deliveryId',
  'startedOn',
  'durationMs',
  'responseStatus',
  'error',
] satisfies (keyof WebhookAttempt)[]

export const webhookDeliveriesRepo = (db: Handle): WebhookDeliveriesRepository => {
  const byId = (tenantId: string, id: string) =>
    db.selectFrom('webhookDeliveries').select(COLUMNS).where('tenantId', '=', tenantId).where('id', '=', id)
  /** Pending, with an endpoint that is switched on. */
  const sendable = () =>
    db
      .selectFrom('webhookDeliveries as delivery')
      .innerJoin('webhookEndpoints as endpoint', 'endpoint.id', 'delivery.endpointId')
      .select([
        'delivery.id',
        'delivery.tenantId',
        'delivery.endpointId',
        'delivery.turn',
        // The table's own check: a pending delivery has a time.
        sql<Date>`delivery.next_attempt_on`.as('nextAttemptOn'),
      ])
      .where('delivery.status', '=', 'pending')
      .where('endpoint.isActive', '=', true)

  return {
    insert: async (rows) => {
      if (rows.length > 0) await db.insertInto('webhookDeliveries').values(rows).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    listByEndpoint: async (tenantId, endpointId, { skip, limit }) => {
      const all = db
        .selectFrom('webhookDeliveries')
        .where('tenantId', '=', tenantId)
        .where('endpointId', '=', endpointId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position', 'desc').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    claim: ({ tenantId, id, turn }, { now, claimedUntil }) =>
      db
        .updateTable('webhookDeliveries')
        .set({ claimedUntil })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .where('turn', '=', turn)
        .where(({ eb, or }) => or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<=', now)]))
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('webhookEndpoints')
              .select('webhookEndpoints.id')
              .whereRef('webhookEndpoints.id', '=', 'webhookDeliveries.endpointId')
              .where('isActive', '=', true),
          ),
        )
        .returning(COLUMNS)
        .executeTakeFirst(),
    update: async (tenantId, id, change, modifiedOn) => {
      const result = await db
        .updateTable('webhookDeliveries')
        .set({ ...change, modifiedOn })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('webhook delivery', result)
    },
    listPending: (tenantId, endpointId): Promise<DeliveryRef[]> =>
      sendable()
        .where('delivery.tenantId', '=', tenantId)
        .where('delivery.endpointId', '=', endpointId)
        .orderBy('delivery.position')
        .execute(),
    listOverdue: (before, limit): Promise<DeliveryRef[]> =>
      sendable()
        .where('delivery.nextAttemptOn', '<', before)
        .where(({ eb, or }) =>
          or([eb('delivery.claimedUntil', 'is', null), eb('delivery.claimedUntil', '<', before)]),
        )
        .orderBy('delivery.nextAttemptOn')
        .limit(limit)
        .execute(),
    insertAttempt: async (row) => {
      await db.insertInto('webhookAttempts').values(row).execute()
    },
    listAttempts: (tenantId, deliveryIds) =>
      db
        .selectFrom('webhookAttempts')
        .select(ATTEMPT_COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('deliveryId', '=', sql<string>`any(${deliveryIds}::text[])`)
        .orderBy('position')
        .execute(),
  }
}
