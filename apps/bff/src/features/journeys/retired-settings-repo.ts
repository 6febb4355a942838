import type { Kysely } from 'kysely'
import { columnNames, type PrivacyOf } from '../../storage/privacy.ts'

export interface RetiredSettings {
  tenantId: string
  userJourneyId: string
  provider: string
  /** Sealed as those of the journey; `null`: there were none. */
  settingsSealed: Uint8Array | null
  retiredOn: Date
}

export const RETIRED_SETTINGS_PRIVACY = {
  tenantId: 'kept',
  userJourneyId: 'kept',
  provider: 'kept',
  settingsSealed: 'kept',
  retiredOn: 'kept',
} satisfies PrivacyOf<RetiredSettings>

export interface RetiredSettingsRepo {
  /** Takes the place of those kept before. */
  put(row: RetiredSettings): Promise<void>
  get(tenantId: string, userJourneyId: string, provider: string): Promise<RetiredSettings | undefined>
}

export interface RetiredSettingsTables {
  retiredProviderSettings: RetiredSettings
}

const COLUMNS = columnNames(RETIRED_SETTINGS_PRIVACY)

export const retiredSettingsRepo = (db: Kysely<RetiredSettingsTables>): RetiredSettingsRepo => ({
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
