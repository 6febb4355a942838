import { isId } from '@visavis/shared/ids'
import { expectOne } from '../../storage/expect-one.ts'
import type { Handle } from '../../storage/schema.ts'
import type { Repositories, UserJourney } from '../../storage/types.ts'

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
  'thresholds',
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
    find: (id) => db.selectFrom('userJourneys').select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    findByAttempt: (attemptId) =>
      db
        .selectFrom('attempts')
        .innerJoin('faceAuthentications', 'faceAuthentications.id', 'attempts.faceAuthenticationId')
        .innerJoin('userJourneys', 'userJourneys.id', 'faceAuthentications.userJourneyId')
        .select(['userJourneys.id', 'userJourneys.provider', 'userJourneys.providerSettingsSealed'])
        .where('attempts.id', '=', attemptId)
        .executeTakeFirst(),
    first: (tenantId) => ofTenant(tenantId).select(COLUMNS).orderBy('position').limit(1).executeTakeFirst(),
    findSearchLevel: async (tenantId) => {
      const row = await ofTenant(tenantId)
        .select(({ fn }) => fn.max('minimumMatchLevel').as('level'))
        .where('oneToN', '=', true)
        .executeTakeFirst()
      return row?.level ?? undefined
    },
    findFrameOrigins: async (captureId) => {
      const journeys = db.selectFrom('userJourneys as j').select('j.allowedFrameOrigins')
      const row = isId('faceEnrollment', captureId)
        ? await journeys
            .innerJoin('faceEnrollments as e', (join) =>
              join.onRef('e.tenantId', '=', 'j.tenantId').onRef('e.userJourneyId', '=', 'j.id'),
            )
            .where('e.id', '=', captureId)
            .executeTakeFirst()
        : await journeys
            .innerJoin('faceAuthentications as f', (join) =>
              join.onRef('f.tenantId', '=', 'j.tenantId').onRef('f.userJourneyId', '=', 'j.id'),
            )
            .innerJoin('attempts as a', (join) =>
              join.onRef('a.tenantId', '=', 'f.tenantId').onRef('a.faceAuthenticationId', '=', 'f.id'),
            )
            .where('a.id', '=', captureId)
            .executeTakeFirst()
      return row?.allowedFrameOrigins ?? []
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
