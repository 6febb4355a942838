import type { Handle } from './schema.ts'
import type { DomainEvent, EventsRepository } from './webhook-types.ts'

const COLUMNS = ['id', 'tenantId', 'type', 'payload', 'createdOn'] satisfies (keyof DomainEvent)[]

export const eventsRepo = (db: Handle): EventsRepository => ({
  insert: async ({ payload, ...row }) => {
    await db
      .insertInto('events')
      .values({ ...row, payload: JSON.stringify(payload) })
      .execute()
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
