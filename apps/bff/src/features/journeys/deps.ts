import type { ProviderRegistry } from '../../providers/registry.ts'
import type { Sealer } from '../../storage/assets/types.ts'
import type { Database } from '../../storage/database.ts'
import type { RetiredSettingsRepo } from './retired-settings-repo.ts'
import type { UserJourneysRepo } from './user-journeys-repo.ts'

export interface JourneysRepositories {
  userJourneys: UserJourneysRepo
  retiredSettings: RetiredSettingsRepo
}

export interface JourneysDeps {
  database: Database<JourneysRepositories>
  sealer: Sealer
  providers: ProviderRegistry
  now: () => Date
  publicUrl: string
  /** Journeys may name vendor addresses that are private or plain http. */
  allowPrivateVendors: boolean
}
