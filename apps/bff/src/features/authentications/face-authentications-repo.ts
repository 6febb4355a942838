import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { Repositories } from '../../storage/types.ts'

export const faceAuthenticationsRepo = (db: Handle): Repositories['faceAuthentications'] => {
  const byId = (tenantId: string, id: string) =>
    db.selectFrom('faceAuthentications').selectAll().where('tenantId', '=', tenantId).where('id', '=', id)
  return {
    insert: async (row) => {
      await db.insertInto('faceAuthentications').values(row).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    listIds: async (tenantId, applicantId) => {
      const rows = await db
        .selectFrom('faceAuthentications')
        .select('id')
        .where('tenantId', '=', tenantId)
        .where('applicantId', '=', applicantId)
        .orderBy('id')
        .execute()
      return rows.map((row) => row.id)
    },
    update: async (id, change, modifiedOn) => {
      const result = await db
        .updateTable('faceAuthentications')
        .set({ ...change, modifiedOn })
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('face authentication', result)
    },
  }
}
