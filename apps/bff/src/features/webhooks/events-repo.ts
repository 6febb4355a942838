import type { EventData, WebhookEventType } from '@visavis/shared/webhook-events'
import { type ColumnType, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import {
  type CreatedFilter,
  type CursorPage,
  type CursorPaged,
  type ListOrder,
  type Page,
  type Paged,
  toCursorPaged,
  whereListed,
} from '../../storage/paging.ts'
import { columnNames } from '../../storage/privacy.ts'
import { toColumnList, toRecordset } from '../../storage/recordset.ts'
import type { Positioned } from '../../storage/tables.ts'
import { type DomainEvent, EVENT_PRIVACY } from './domain-event.ts'
import { isPausedAt, WANTS_EVENT, type WantedEvent } from './event-statements.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'

export interface EventFilter extends CreatedFilter {
  type?: WebhookEventType | undefined
  faceAuthenticationId?: string | undefined
  applicantId?: string | undefined
  externalApplicantId?: string | undefined
}

export interface EventsRepo {
  /**
   * Any number, of any tenant, in their order.
   * @returns which endpoints want which of them, switched off or not, oldest endpoint first
   */
  insert(rows: readonly DomainEvent[]): Promise<WantedEvent[]>
  get(tenantId: string, id: string): Promise<DomainEvent | undefined>
  /** Newest first. */
  list(tenantId: string, page: Page): Promise<Paged<DomainEvent>>
  /** Newest first, those of one moment in the order in which they happened. */
  listNewest(tenantId: string, filter: EventFilter, page: CursorPage): Promise<CursorPaged<DomainEvent>>
  /** Those about one face authentication, oldest first. */
  listOf(tenantId: string, faceAuthenticationId: string, limit: number): Promise<DomainEvent[]>
  /** Removes events with their deliveries. @returns how many */
  deleteBefore(createdBefore: Date): Promise<number>
}

export interface EventTables {
  /** JSON goes in as text and comes back read. */
  events: Omit<DomainEvent, 'payload'> & { payload: ColumnType<EventData, string, never> } & Positioned
  webhookEndpoints: WebhookEndpoint & Positioned
}

const COLUMNS = columnNames(EVENT_PRIVACY)

/** One that the cursor names may be gone by now, and with it all that is older. */
const EVENT_ORDER: ListOrder = ({ createdOn, id }) =>
  sql`(created_on, position) < (
    ${createdOn}::timestamptz, coalesce((SELECT position FROM events AS last WHERE last.id = ${id}::text), 0)
  )`

const whereEvents = (
  tenantId: string,
  { type, faceAuthenticationId, applicantId, externalApplicantId }: EventFilter,
): RawBuilder<SqlBool>[] => [
  ...(type ? [sql<SqlBool>`type = ${type}`] : []),
  // As the indexes have it.
  ...(faceAuthenticationId
    ? [sql<SqlBool>`payload->>'face_authentication_id' = ${faceAuthenticationId}`]
    : []),
  ...(applicantId ? [sql<SqlBool>`payload->>'applicant_id' = ${applicantId}`] : []),
  ...(externalApplicantId
    ? [
        sql<SqlBool>`payload->>'applicant_id' IN (
          SELECT id FROM applicants WHERE tenant_id = ${tenantId} AND external_applicant_id = ${externalApplicantId}
        )`,
      ]
    : []),
]

export const eventsRepo = (db: Kysely<EventTables>): EventsRepo => ({
  insert: async (events) => {
    const [first] = events
    if (!first) return []
    const { rows } = await sql<WantedEvent>`
      WITH event AS (
        SELECT ${toColumnList(COLUMNS)}, row_number() OVER () AS number FROM ${toRecordset('events', events)}
      ), written AS (
        INSERT INTO events (${toColumnList(COLUMNS)}) SELECT ${toColumnList(COLUMNS)} FROM event ORDER BY number
      )
      SELECT event.id AS event_id, endpoint.id AS endpoint_id, ${isPausedAt(first.createdOn)} AS is_paused
      FROM event JOIN webhook_endpoints AS endpoint ON endpoint.tenant_id = event.tenant_id AND ${WANTS_EVENT}
      ORDER BY number, endpoint.position`.execute(db)
    return rows
  },
  get: (tenantId, id) =>
    db
      .selectFrom('events')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst(),
  list: async (tenantId, { skip, limit }) => {
    const all = db.selectFrom('events').where('tenantId', '=', tenantId)
    const { totalCount } = await all
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await all.select(COLUMNS).orderBy('position', 'desc').offset(skip).limit(limit).execute()
    return { totalCount, rows }
  },
  listNewest: async (tenantId, filter, page) => {
    const rows = await db
      .selectFrom('events')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where((eb) => eb.and([...whereEvents(tenantId, filter), ...whereListed(filter, page, EVENT_ORDER)]))
      .orderBy('createdOn', 'desc')
      .orderBy('position', 'desc')
      .limit(page.limit + 1)
      .execute()
    return toCursorPaged(rows, page)
  },
  listOf: (tenantId, faceAuthenticationId, limit) =>
    db
      .selectFrom('events')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      // As the index `events_face_authentication` has it.
      .where(sql`payload->>'face_authentication_id'`, '=', faceAuthenticationId)
      .orderBy('position')
      .limit(limit)
      .execute(),
  deleteBefore: async (createdBefore) => {
    const { numDeletedRows } = await db
      .deleteFrom('events')
      .where('createdOn', '<', createdBefore)
      .executeTakeFirst()
    return Number(numDeletedRows)
  },
})
