import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { Repositories } from '../../storage/types.ts'

export const applicantsRepo = (db: Handle): Repositories['applicants'] => {
  const byId = (tenantId: string, id: string) =>
    db.selectFrom('applicants').selectAll().where('tenantId', '=', tenantId).where('id', '=', id)
  return {
    insert: async (row) => {
      await db.insertInto('applicants').values(row).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('applicants')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('applicant', result)
    },
  }
}
