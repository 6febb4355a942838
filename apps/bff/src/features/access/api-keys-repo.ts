import type { Handle } from '../../storage/schema.ts'
import type { ApiKey, Repositories } from '../../storage/types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'name',
  'hash',
  'lastFour',
  'scopes',
  'createdOn',
] satisfies (keyof ApiKey)[]

export const apiKeysRepo = (db: Handle): Repositories['apiKeys'] => {
  const ofTenant = (tenantId: string) => db.selectFrom('apiKeys').where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('apiKeys').values(row).execute()
    },
    findAccess: (hash) =>
      db.selectFrom('apiKeys').select(['tenantId', 'scopes']).where('hash', '=', hash).executeTakeFirst(),
    get: (tenantId, id) => ofTenant(tenantId).select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    list: async (tenantId, { skip, limit }) => {
      const all = ofTenant(tenantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    delete: async (tenantId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('apiKeys')
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
