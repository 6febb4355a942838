import { isDeepStrictEqual } from 'node:util'
import type { FieldError } from '@visavis/shared/error-details'
import type { ProviderSettings } from '@visavis/shared/user-journeys'
import type { UserJourney } from './user-journeys-repo.ts'

/** Fields that have rules beyond their shape, as the partner API calls them. */
const RULED = {
  allowed_redirect_urls: 'allowedRedirectUrls',
  allowed_frame_origins: 'allowedFrameOrigins',
  liveness_policy: 'livenessPolicy',
  liveness_step_up: 'livenessStepUp',
  theme: 'theme',
  copy: 'copy',
} as const satisfies Record<string, keyof UserJourney>

export interface CheckedJourney {
  columns: Pick<UserJourney, 'provider' | (typeof RULED)[keyof typeof RULED]>
  settings: ProviderSettings
  mistakes: readonly FieldError[]
}

/**
 * What a change is to blame for: mistakes that were not there before, and all those of what it changes. Rules become
 * stricter; what they let through once stays, and keeps nobody from changing something else.
 */
export const listNewMistakes = (before: CheckedJourney, after: CheckedJourney): FieldError[] => {
  const changed = listChanged(before, after)
  return after.mistakes.filter(
    (mistake) =>
      !before.mistakes.includes(mistake) || changed.some((name) => mistake.startsWith(`${name}__`)),
  )
}

const listChanged = (before: CheckedJourney, after: CheckedJourney): string[] => {
  const fields = Object.entries(RULED).flatMap(([name, column]) =>
    isDeepStrictEqual(before.columns[column], after.columns[column]) ? [] : [name],
  )
  // Whether it has the liveness that the journey demands, and what it makes of its settings, hangs on the provider.
  if (before.columns.provider !== after.columns.provider)
    return [...fields, 'provider', 'provider_settings', 'liveness_policy']
  const keys = Object.keys({ ...before.settings, ...after.settings })
  const settings = keys.filter((key) => before.settings[key] !== after.settings[key])
  // Nobody checks settings for a provider that is not there.
  const provider = settings.length > 0 ? ['provider'] : []
  return [...fields, ...provider, ...settings.map((key) => `provider_settings__${key}`)]
}
