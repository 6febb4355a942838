import type { Handle } from './schema.ts'
import type { Face, Repositories } from './types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'applicantId',
  'status',
  'provider',
  'templateModel',
  'templateSealed',
  'createdOn',
  'modifiedOn',
] satisfies (keyof Face)[]

export const facesRepo = (db: Handle): Repositories['faces'] => ({
  insert: async (row) => {
    await db.insertInto('faces').values(row).execute()
  },
  listActive: (tenantId, applicantId, provider) =>
    db
      .selectFrom('faces')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('applicantId', '=', applicantId)
      .where('provider', '=', provider)
      .where('status', '=', 'ACTIVE')
      .orderBy('position', 'desc')
      .execute(),
})
