import type { Handle } from '../../storage/schema.ts'
import type { Repositories } from '../../storage/types.ts'

export const tenantsRepo = (db: Handle): Repositories['tenants'] => ({
  insert: async (row) => {
    await db.insertInto('tenants').values(row).execute()
  },
  get: (id) => db.selectFrom('tenants').select(['id', 'name']).where('id', '=', id).executeTakeFirst(),
  first: () =>
    db.selectFrom('tenants').select(['id', 'name']).orderBy('position').limit(1).executeTakeFirst(),
  list: () => db.selectFrom('tenants').select(['id', 'name']).orderBy('position').execute(),
})
