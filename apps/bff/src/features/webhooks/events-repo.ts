import type { EventData } from '@visavis/shared/webhook-events'
import type { ColumnType, Kysely } from 'kysely'
import type { Page, Paged } from '../../storage/paging.ts'
import type { Positioned } from '../../storage/tables.ts'
import type { DomainEvent } from './domain-event.ts'
import { selectWanted, toEventValues, type WantedEvent } from './event-statements.ts'
import type { WebhookEndpoint } from './webhook-endpoints-repo.ts'

export interface EventsRepo {
  /** All of one tenant. @returns which endpoints want which of them, switched off or not, oldest endpoint first */
  insert(rows: readonly [DomainEvent, ...DomainEvent[]]): Promise<WantedEvent[]>
  get(tenantId: string, id: string): Promise<DomainEvent | undefined>
  /** Newest first. */
  list(tenantId: string, page: Page): Promise<Paged<DomainEvent>>
  /** Removes events with their deliveries. @returns how many */
  deleteBefore(createdBefore: Date): Promise<number>
}

export interface EventTables {
  /** JSON goes in as text and comes back read. */
  events: Omit<DomainEvent, 'payload'> & { payload: ColumnType<EventData, string, never> } & Positioned
  webhookEndpoints: WebhookEndpoint & Positioned
}

const COLUMNS = ['id', 'tenantId', 'type', 'payload', 'createdOn'] satisfies (keyof DomainEvent)[]

export const eventsRepo = (db: Kysely<EventTables>): EventsRepo => ({
  insert: async (events) => {
    const { wanted } = await db
      .with('written', (query) => query.insertInto('events').values(toEventValues(events)))
      .selectNoFrom(selectWanted(events).as('wanted'))
      .executeTakeFirstOrThrow()
    return wanted
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
  deleteBefore: async (createdBefore) => {
    const { numDeletedRows } = await db
      .deleteFrom('events')
      .where('createdOn', '<', createdBefore)
      .executeTakeFirst()
    return Number(numDeletedRows)
  },
})
