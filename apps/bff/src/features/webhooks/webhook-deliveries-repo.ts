import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Page, Paged } from '../../storage/paging.ts'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'
import { toColumnList, toRecordset } from '../../storage/recordset.ts'
import type { Positioned } from '../../storage/tables.ts'
import { HAS_PAUSE, isPausedAt } from './event-statements.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'

export type DeliveryStatus = 'pending' | 'delivered' | 'failed'

/** One event on its way to one endpoint. */
export interface WebhookDelivery {
  id: string
  tenantId: string
  endpointId: string
  eventId: string
  status: DeliveryStatus
  /** Counts attempts and redeliveries; a job for an earlier turn has been overtaken. */
  turn: number
  /** Failed attempts since it was created or sent again by hand. */
  failures: number
  /** `null` once it is delivered or given up. */
  nextAttemptOn: Date | null
  /** Until then somebody is sending it; later, that somebody died. */
  claimedUntil: Date | null
  createdOn: Date
  modifiedOn: Date
}

export const WEBHOOK_DELIVERY_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  endpointId: 'kept',
  eventId: 'kept',
  status: 'kept',
  turn: 'kept',
  failures: 'kept',
  nextAttemptOn: 'kept',
  claimedUntil: 'kept',
  createdOn: 'kept',
  modifiedOn: 'kept',
} satisfies PrivacyOf<WebhookDelivery>

/** Why an attempt did not succeed; `http_status` says that there was an answer, but not 2xx; `endpoint_paused`: nothing was sent. */
export type DeliveryErrorKind =
  | 'http_status'
  | 'timeout'
  | 'connection'
  | 'tls'
  | 'dns'
  | 'address_refused'
  | 'secret_unreadable'
  | 'endpoint_paused'

export interface WebhookAttempt {
  tenantId: string
  deliveryId: string
  startedOn: Date
  durationMs: number
  responseStatus: number | null
  error: DeliveryErrorKind | null
}

export const WEBHOOK_ATTEMPT_PRIVACY = {
  tenantId: 'kept',
  deliveryId: 'kept',
  startedOn: 'kept',
  durationMs: 'kept',
  responseStatus: 'kept',
  error: 'kept',
} satisfies PrivacyOf<WebhookAttempt>

/** What a claim is for, and what is needed to queue its next turn. */
export type DeliveryRef = Pick<WebhookDelivery, 'id' | 'tenantId' | 'endpointId' | 'turn'> & {
  nextAttemptOn: Date
}

export interface WebhookDeliveriesRepo {
  /** Any number, in their order. */
  insert(rows: readonly WebhookDelivery[]): Promise<void>
  get(tenantId: string, id: string): Promise<WebhookDelivery | undefined>
  /** Same, holding the row until the transaction ends. */
  lock(tenantId: string, id: string): Promise<WebhookDelivery | undefined>
  /** Newest first. */
  listByEndpoint(tenantId: string, endpointId: string, page: Page): Promise<Paged<WebhookDelivery>>
  /** Of those events, oldest first. */
  listByEvents(tenantId: string, eventIds: readonly string[]): Promise<WebhookDelivery[]>
  /**
   * Takes the delivery for this turn, so that nobody else sends it meanwhile.
   * @returns `undefined` when it is over, overtaken, taken, or its endpoint is paused, switched off or gone
   */
  claim(
    ref: { tenantId: string; id: string; turn: number },
    times: { now: Date; claimedUntil: Date },
  ): Promise<WebhookDelivery | undefined>
  update(
    tenantId: string,
    id: string,
    change: Partial<Pick<WebhookDelivery, 'status' | 'turn' | 'failures' | 'nextAttemptOn' | 'claimedUntil'>>,
    modifiedOn: Date,
  ): Promise<void>
  /** Pending ones of an endpoint. */
  listPending(tenantId: string, endpointId: string): Promise<DeliveryRef[]>
  /** Those of them that nobody is sending and that should have gone out, longest due first. */
  listDue(tenantId: string, endpointId: string, now: Date, limit: number): Promise<DeliveryRef[]>
  /**
   * Pending ones of any tenant that should have gone out before `before`, whose claim, if any, ran out by then. Not those
   * that wait for the pause of their endpoint to end.
   */
  listOverdue(before: Date, limit: number): Promise<DeliveryRef[]>
  /** The longest due delivery of each endpoint whose pause is over and that nothing was sent to since. */
  listTrials(now: Date, limit: number): Promise<DeliveryRef[]>
  /** Those of paused endpoints say in their log that nothing was sent, once in a row. */
  notePaused(deliveries: readonly { id: string }[], startedOn: Date): Promise<void>
  /**
   * Of all tenants: how many are pending, and since when the longest due of them is, `null`: none is due yet. Those for
   * endpoints that are paused or switched off are not due.
   */
  readBacklog(now: Date): Promise<{ pending: number; oldestDueOn: Date | null }>
  insertAttempt(row: WebhookAttempt): Promise<void>
  /** Oldest first. */
  listAttempts(tenantId: string, deliveryIds: readonly string[]): Promise<WebhookAttempt[]>
}

export interface WebhookDeliveryTables {
  webhookDeliveries: WebhookDelivery & Positioned
  webhookAttempts: WebhookAttempt & Positioned
  webhookEndpoints: WebhookEndpoint & Positioned
}

const COLUMNS = columnNames(WEBHOOK_DELIVERY_PRIVACY)

const ATTEMPT_COLUMNS = columnNames(WEBHOOK_ATTEMPT_PRIVACY)

export const webhookDeliveriesRepo = (db: Kysely<WebhookDeliveryTables>): WebhookDeliveriesRepo => {
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

  const due = (at: Date) =>
    sendable()
      .where('delivery.nextAttemptOn', '<=', at)
      .where(({ eb, or }) =>
        or([eb('delivery.claimedUntil', 'is', null), eb('delivery.claimedUntil', '<=', at)]),
      )

  return {
    insert: async (rows) => {
      if (rows.length === 0) return
      const columns = toColumnList(COLUMNS)
      await sql`
        INSERT INTO webhook_deliveries (${columns})
        SELECT ${columns} FROM ${toRecordset('webhookDeliveries', rows)}`.execute(db)
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
    listByEvents: (tenantId, eventIds) =>
      db
        .selectFrom('webhookDeliveries')
        .select(COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('eventId', '=', sql<string>`any(${eventIds}::text[])`)
        .orderBy('position')
        .execute(),
    claim: ({ tenantId, id, turn }, { now, claimedUntil }) =>
      db
        .updateTable('webhookDeliveries')
        .set({ claimedUntil })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .where('status', '=', 'pending')
        .where('turn', '=', turn)
        .where(({ eb, or }) => or([eb('claimedUntil', 'is', null), eb('claimedUntil', '<=', now)]))
        .where(
          sql<boolean>`EXISTS (
            SELECT FROM webhook_endpoints AS endpoint
            WHERE endpoint.id = webhook_deliveries.endpoint_id AND endpoint.is_active AND NOT ${isPausedAt(now)}
          )`,
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
    listDue: (tenantId, endpointId, now, limit): Promise<DeliveryRef[]> =>
      due(now)
        .where('delivery.tenantId', '=', tenantId)
        .where('delivery.endpointId', '=', endpointId)
        .orderBy('delivery.nextAttemptOn')
        .limit(limit)
        .execute(),
    listTrials: async (now, limit): Promise<DeliveryRef[]> => {
      const { rows } = await sql<DeliveryRef>`
        SELECT delivery.* FROM (
          SELECT endpoint_id FROM webhook_breakers WHERE paused_until <= ${now}
        ) AS breaker
        CROSS JOIN LATERAL ${due(now).where(sql`delivery.endpoint_id`, '=', sql`breaker.endpoint_id`).orderBy('delivery.nextAttemptOn').limit(1)} AS delivery
        LIMIT ${limit}`.execute(db)
      return rows
    },
    notePaused: async (deliveries, startedOn) => {
      const ids = deliveries.map(({ id }) => id)
      await sql`
        INSERT INTO webhook_attempts (tenant_id, delivery_id, started_on, duration_ms, error)
        SELECT delivery.tenant_id, delivery.id, ${startedOn}, 0, 'endpoint_paused'
        FROM webhook_deliveries AS delivery JOIN webhook_endpoints AS endpoint ON endpoint.id = delivery.endpoint_id
        WHERE delivery.id = ANY (${ids}::text[]) AND delivery.status = 'pending' AND ${HAS_PAUSE}
          AND 'endpoint_paused' IS DISTINCT FROM (
            SELECT error FROM webhook_attempts AS attempt WHERE attempt.tenant_id = delivery.tenant_id
              AND attempt.delivery_id = delivery.id ORDER BY position DESC LIMIT 1
          )
        ORDER BY delivery.position`.execute(db)
    },
    listOverdue: (before, limit): Promise<DeliveryRef[]> =>
      due(before)
        .where(sql<boolean>`NOT ${HAS_PAUSE}`)
        .orderBy('delivery.nextAttemptOn')
        .limit(limit)
        .execute(),
    readBacklog: async (now) => {
      const { rows } = await sql<{ pending: number; oldestDueOn: Date | null }>`
        SELECT count(*)::int AS pending, min(next_attempt_on) FILTER (
          WHERE next_attempt_on <= ${now} AND endpoint.is_active AND NOT ${HAS_PAUSE}
        ) AS oldest_due_on
        FROM webhook_deliveries AS delivery JOIN webhook_endpoints AS endpoint ON endpoint.id = delivery.endpoint_id
        WHERE delivery.status = 'pending'`.execute(db)
      return rows[0] ?? { pending: 0, oldestDueOn: null }
    },
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
