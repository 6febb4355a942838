import { expectOne } from './expect-one.ts'
import type { Handle } from './schema.ts'
import type { Repositories, UserJourney } from './types.ts'

const COLUMNS = [
  'id',
  'tenantId',
  'name',
  'provider',
  'providerSettingsSealed',
  'providerSettingKeys',
  'allowedRedirectUrls',
  'allowedFrameOrigins',
  'theme',
  'locale',
  'retryLimit',
  'minimumMatchLevel',
  'livenessPolicy',
  'retentionDays',
  'oneToN',
  'alternativeUrl',
  'handoff',
  'copy',
  'createdOn',
  'modifiedOn',
] satisfies (keyof UserJourney)[]

export const userJourneysRepo = (db: Handle): Repositories['userJourneys'] => {
  const ofTenant = (tenantId: string) => db.selectFrom('userJourneys').where('tenantId', '=', tenantId)
  const byId = (tenantId: string, id: string) => ofTenant(tenantId).select(COLUMNS).where('id', '=', id)
  return {
    insert: async (row) => {
      await db.insertInto('userJourneys').values(row).execute()
    },
    get: (tenantId, id) => byId(tenantId, id).executeTakeFirst(),
    lock: (tenantId, id) => byId(tenantId, id).forUpdate().executeTakeFirst(),
    first: (tenantId) => ofTenant(tenantId).select(COLUMNS).orderBy('position').limit(1).executeTakeFirst(),
    findSearchLevel: async (tenantId) => {
      const row = await ofTenant(tenantId)
        .select(({ fn }) => fn.max('minimumMatchLevel').as('level'))
        .where('oneToN', '=', true)
        .executeTakeFirst()
      return row?.level ?? undefined
    },
    list: async (tenantId, { skip, limit }) => {
      const all = ofTenant(tenantId)
      const { totalCount } = await all
        .select(({ fn }) => fn.countAll<number>().as('totalCount'))
        .executeTakeFirstOrThrow()
      const rows = await all.select(COLUMNS).orderBy('position').offset(skip).limit(limit).execute()
      return { totalCount, rows }
    },
    update: async (tenantId, id, change, modifiedOn) => {
      const result = await db
        .updateTable('userJourneys')
        .set({ ...change, modifiedOn })
        .where('tenantId', '=', tenantId)
        .where('id', '=', id)
        .executeTakeFirst()
      expectOne('user journey', result)
    },
  }
}
