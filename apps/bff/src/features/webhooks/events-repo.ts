import { sql } from 'kysely'
import type { Handle } from '../../storage/schema.ts'
import type { DomainEvent, EventsRepository } from './webhook-types.ts'

const COLUMNS = ['id', 'tenantId', 'type', 'payload', 'createdOn'] satisfies (keyof DomainEvent)[]

export const eventsRepo = (db: Handle): EventsRepository => ({
  insert: async ({ payload, ...row }) => {
    // One statement: every change of status waits for it.
    const wanting = await db
      .with('written', (query) =>
        query.insertInto('events').values({ ...row, payload: JSON.stringify(payload) }),
      )
      .selectFrom('webhookEndpoints')
      .select('id')
      .where('tenantId', '=', row.tenantId)
      .where(({ eb, or }) =>
        or([
          eb('eventTypes', 'is', null),
          eb(sql<string>`${row.type}::text`, '=', sql<string>`any(event_types)`),
        ]),
      )
      .orderBy('position')
      .execute()
    return wanting.map(({ id }) => id)
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
