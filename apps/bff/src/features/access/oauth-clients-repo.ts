import type { Handle } from '../../storage/schema.ts'
import type { OauthClient, Repositories } from '../../storage/types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'name',
  'secretHash',
  'lastFour',
  'scopes',
  'createdOn',
] satisfies (keyof OauthClient)[]

export const oauthClientsRepo = (db: Handle): Repositories['oauthClients'] => {
  const ofTenant = (tenantId: string) => db.selectFrom('oauthClients').where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('oauthClients').values(row).execute()
    },
    findBySecret: (id, secretHash) =>
      db
        .selectFrom('oauthClients')
        .select(COLUMNS)
        .where('id', '=', id)
        .where('secretHash', '=', secretHash)
        .executeTakeFirst(),
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
        .deleteFrom('oauthClients')
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      return numDeletedRows === 1n
    },
  }
}
