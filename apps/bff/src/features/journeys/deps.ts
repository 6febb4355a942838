import type { ProviderRegistry } from '../../providers/registry.ts'
import type { Sealer } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { RetiredSettingsRepo } from './retired-settings-repo.ts'
import type { ScriptRules } from './script-origin-rules.ts'
import type { UserJourneysRepo } from './user-journeys-repo.ts'

export interface JourneysRepositories {
  userJourneys: UserJourneysRepo
  retiredSettings: RetiredSettingsRepo
}

export interface JourneysDeps extends ScriptRules {
  database: Database<JourneysRepositories>
  sealer: Sealer
  providers: ProviderRegistry
  now: () => Date
  publicUrl: string
  /** Looks for a living person in our own pictures; absent: nothing here does. */
  liveness?: object
}
