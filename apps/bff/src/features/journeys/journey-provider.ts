import type { FaceProvider } from '../../providers/types.ts'
import type { JourneysDeps } from './deps.ts'
import { openProviderSettings } from './provider-settings.ts'
import type { UserJourney } from './user-journeys-repo.ts'

/** The provider a journey names, under the journey's settings. */
export const getJourneyProvider = (
  { providers, sealer }: Pick<JourneysDeps, 'providers' | 'sealer'>,
  journey: Pick<UserJourney, 'id' | 'tenantId' | 'provider' | 'providerSettingsSealed'>,
): FaceProvider => providers.get(journey.provider, openProviderSettings(sealer, journey), journey.tenantId)
