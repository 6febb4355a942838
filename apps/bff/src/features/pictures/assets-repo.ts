import { sql } from 'kysely'
import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { Asset, Repositories } from '../../storage/types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'ownerId',
  'type',
  'mediaType',
  'bytes',
  'quality',
  'status',
  'writer',
  'createdOn',
] satisfies (keyof Asset)[]

export const assetsRepo = (db: Handle): Repositories['assets'] => ({
  insert: async (row) => {
    await db.insertInto('assets').values(row).execute()
  },
  markStored: async (id) => {
    const result = await db
      .updateTable('assets')
      .set({ status: 'stored' })
      .where('id', '=', id)
      .executeTakeFirst()
    expectOne('asset', result)
  },
  delete: async (id) => {
    await db.deleteFrom('assets').where('id', '=', id).execute()
  },
  listByOwner: (tenantId, ownerId) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('ownerId', '=', ownerId)
      .orderBy('position')
      .execute(),
  listStored: async (tenantId, ownerId, { skip, limit }) => {
    const all = db
      .selectFrom('assets')
      .where('tenantId', '=', tenantId)
      .where('ownerId', '=', ownerId)
      .where('status', '=', 'stored')
    const { totalCount } = await all
      .select(({ fn }) => fn.countAll<number>().as('totalCount'))
      .executeTakeFirstOrThrow()
    const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
    return { totalCount, rows }
  },
  findStored: (id) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .where('id', '=', id)
      .where('status', '=', 'stored')
      .executeTakeFirst(),
  markErasing: async (tenantId, ownerIds) => {
    const { numUpdatedRows } = await db
      .updateTable('assets')
      .set({ status: 'erasing', quality: null })
      .where('tenantId', '=', tenantId)
      .where('ownerId', '=', sql<string>`any(${ownerIds}::text[])`)
      .where('status', '=', 'stored')
      .executeTakeFirst()
    return Number(numUpdatedRows)
  },
  listErasing: (tenantId) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('status', '=', 'erasing')
      .orderBy('position')
      .execute(),
  listUnfinished: (exceptWriter, createdBefore) =>
    db
      .selectFrom('assets')
      .select(COLUMNS)
      .where(({ and, eb, or }) =>
        or([
          eb('status', '=', 'erasing'),
          and([
            eb('status', '=', 'writing'),
            eb('writer', '!=', exceptWriter),
            ...(createdBefore ? [eb('createdOn', '<', createdBefore)] : []),
          ]),
        ]),
      )
      .orderBy('position')
      .execute(),
  listExpired: async (now, limit) => {
    const rows = await db
      .selectFrom('assets')
      .innerJoin('attempts', 'attempts.id', 'assets.ownerId')
      .innerJoin('faceAuthentications', 'faceAuthentications.id', 'attempts.faceAuthenticationId')
      .innerJoin('userJourneys', 'userJourneys.id', 'faceAuthentications.userJourneyId')
      .select('assets.id')
      .where('assets.status', '=', 'stored')
      .where('assets.createdOn', '<', sql<Date>`${now}::timestamptz - make_interval(days => retention_days)`)
      .orderBy('assets.createdOn')
      .limit(limit)
      .execute()
    return rows.map((row) => row.id)
  },
  listKnown: async (ids) => {
    const rows = await db
      .selectFrom('assets')
      .select('id')
      // One array parameter, however many ids: the wire protocol counts parameters in 16 bits.
      .where('id', '=', sql<string>`any(${ids}::text[])`)
      .execute()
    return rows.map((row) => row.id)
  },
})
