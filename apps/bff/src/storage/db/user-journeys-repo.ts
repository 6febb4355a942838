import type { Handle } from './schema.ts'
import type { Repositories, UserJourney } from './types.ts'

const COLUMNS = ['id', 'tenantId', 'provider', 'minimumMatchLevel'] satisfies (keyof UserJourney)[]

export const userJourneysRepo = (db: Handle): Repositories['userJourneys'] => {
  const ofTenant = (tenantId: string) =>
    db.selectFrom('userJourneys').select(COLUMNS).where('tenantId', '=', tenantId)
  return {
    insert: async (row) => {
      await db.insertInto('userJourneys').values(row).execute()
    },
    get: (tenantId, id) => ofTenant(tenantId).where('id', '=', id).executeTakeFirst(),
    first: (tenantId) => ofTenant(tenantId).orderBy('position').limit(1).executeTakeFirst(),
  }
}
