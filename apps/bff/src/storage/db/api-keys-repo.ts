import type { Handle } from './schema.ts'
import type { Repositories } from './types.ts'

export const apiKeysRepo = (db: Handle): Repositories['apiKeys'] => ({
  insert: async (row) => {
    await db.insertInto('apiKeys').values(row).execute()
  },
  findTenantId: async (hash) => {
    const row = await db.selectFrom('apiKeys').select('tenantId').where('hash', '=', hash).executeTakeFirst()
    return row?.tenantId
  },
})
