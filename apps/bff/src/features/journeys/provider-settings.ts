import type { ProviderSettings, UpdateUserJourney } from '@visavis/shared/user-journeys'
import type { Sealer } from '../../storage/assets/types.ts'
import type { SealedColumn } from '../../storage/crypto/sealed-column.ts'
import type { RetiredSettings } from './retired-settings-repo.ts'
import type { UserJourney } from './user-journeys-repo.ts'

type SettingsColumns = Pick<UserJourney, 'providerSettingsSealed' | 'providerSettingKeys'>

type Owner = Pick<UserJourney, 'tenantId' | 'id'>

const toContext = ({ tenantId, id }: Owner): string => `provider-settings:${tenantId}:${id}`
const toEarlierContext = ({ id }: Owner): string => `provider-settings:${id}`

type Retired = Pick<RetiredSettings, 'tenantId' | 'userJourneyId'>

export const PROVIDER_SETTINGS_COLUMNS: readonly SealedColumn[] = [
  {
    what: 'provider settings',
    table: 'userJourneys',
    column: 'providerSettingsSealed',
    key: ['id'],
    columns: ['tenantId'],
    toContext,
    toEarlierContext,
  },
  {
    what: 'provider settings of before',
    table: 'retiredProviderSettings',
    column: 'settingsSealed',
    key: ['userJourneyId', 'provider'],
    columns: ['tenantId'],
    toContext: ({ tenantId, userJourneyId: id }: Retired) => toContext({ tenantId, id }),
    toEarlierContext: ({ tenantId, userJourneyId: id }: Retired) => toEarlierContext({ tenantId, id }),
  },
]

/** A journey's settings as its row keeps them. */
export const sealProviderSettings = (
  sealer: Sealer,
  journey: Owner,
  settings: ProviderSettings,
): SettingsColumns => {
  const keys = Object.keys(settings).sort()
  if (keys.length === 0) return { providerSettingsSealed: null, providerSettingKeys: [] }
  const json = new TextEncoder().encode(JSON.stringify(settings))
  return { providerSettingsSealed: sealer.seal(json, toContext(journey)), providerSettingKeys: keys }
}

/** For the provider's adapter, nobody else. @throws Error when the row was altered or the master key is another */
export const openProviderSettings = (
  sealer: Sealer,
  { providerSettingsSealed, ...journey }: Pick<UserJourney, 'tenantId' | 'id' | 'providerSettingsSealed'>,
): ProviderSettings => {
  if (!providerSettingsSealed) return {}
  const json = sealer.open(providerSettingsSealed, toContext(journey), toEarlierContext(journey))
  return JSON.parse(new TextDecoder().decode(json))
}

/** RFC 7396: `null` removes a setting. */
export const mergeProviderSettings = (
  before: ProviderSettings,
  change: NonNullable<UpdateUserJourney['provider_settings']>,
): ProviderSettings => {
  const merged = { ...before }
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete merged[key]
    else merged[key] = value
  }
  return merged
}
