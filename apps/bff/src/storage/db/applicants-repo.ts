import type { Handle } from './schema.ts'
import type { Repositories } from './types.ts'

export const applicantsRepo = (db: Handle): Repositories['applicants'] => ({
  insert: async (row) => {
    await db.insertInto('applicants').values(row).execute()
  },
  get: (tenantId, id) =>
    db
      .selectFrom('applicants')
      .selectAll()
      .where('tenantId', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst(),
})
