import type { ProviderSettings, UpdateUserJourney } from '@visavis/shared/user-journeys'
import type { Sealer } from '../../storage/assets/types.ts'
import type { UserJourney } from './user-journeys-repo.ts'

type SettingsColumns = Pick<UserJourney, 'providerSettingsSealed' | 'providerSettingKeys'>

const toContext = (journeyId: string): string => `provider-settings:${journeyId}`

/** A journey's settings as its row keeps them. */
export const sealProviderSettings = (
  sealer: Sealer,
  journeyId: string,
  settings: ProviderSettings,
): SettingsColumns => {
  const keys = Object.keys(settings).sort()
  if (keys.length === 0) return { providerSettingsSealed: null, providerSettingKeys: [] }
  const json = new TextEncoder().encode(JSON.stringify(settings))
  return { providerSettingsSealed: sealer.seal(json, toContext(journeyId)), providerSettingKeys: keys }
}

/** For the provider's adapter, nobody else. @throws Error when the row was altered or the master key is another */
export const openProviderSettings = (
  sealer: Sealer,
  { id, providerSettingsSealed }: Pick<UserJourney, 'id' | 'providerSettingsSealed'>,
): ProviderSettings => {
  if (!providerSettingsSealed) return {}
  return JSON.parse(new TextDecoder().decode(sealer.open(providerSettingsSealed, toContext(id))))
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
