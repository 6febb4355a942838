import type { Handle } from '../../storage/schema.ts'
import type { RetiredSettings, RetiredSettingsRepository } from '../capture/hosted/vendor-types.ts'

const COLUMNS = [
  'tenantId',
  'userJourneyId',
  'provider',
  'settingsSealed',
  'retiredOn',
] satisfies (keyof RetiredSettings)[]

export const retiredSettingsRepo = (db: Handle): RetiredSettingsRepository => ({
  put: async (row) => {
    const { settingsSealed, retiredOn } = row
    await db
      .insertInto('retiredProviderSettings')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['userJourneyId', 'provider']).doUpdateSet({ settingsSealed, retiredOn }),
      )
      .execute()
  },
  get: (tenantId, userJourneyId, provider) =>
    db
      .selectFrom('retiredProviderSettings')
      .select(COLUMNS)
      .where('tenantId', '=', tenantId)
      .where('userJourneyId', '=', userJourneyId)
      .where('provider', '=', provider)
      .executeTakeFirst(),
})
