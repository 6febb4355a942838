export { assertLiveness } from './assert-liveness.ts'
export { assertRedirectAllowed } from './assert-redirect-allowed.ts'
export { createUserJourney } from './create-user-journey.ts'
export type { JourneysDeps, JourneysRepositories } from './deps.ts'
export { findNamedProvider, refuseJourney } from './find-named-provider.ts'
export { getJourneyProvider } from './journey-provider.ts'
export { findJourneyMistakes, isFrameOrigin } from './journey-rules.ts'
export { newUserJourney } from './new-user-journey.ts'
export { PROVIDER_SETTINGS_COLUMNS } from './provider-settings.ts'
export { retiredSettingsRepo } from './retired-settings-repo.ts'
export { USER_JOURNEY_ENDPOINTS } from './routes.ts'
export { isAllowedScript, type ScriptRules } from './script-origin-rules.ts'
export { tryProvider } from './try-provider.ts'
export { updateUserJourney } from './update-user-journey.ts'
export {
  USER_JOURNEY_COLUMNS,
  type UserJourney,
  type UserJourneyTables,
  userJourneysRepo,
} from './user-journeys-repo.ts'
export { getVendorProvider } from './vendor-provider.ts'
