import type { FaceProvider } from '../../providers/types.ts'
import type { ServiceDeps } from '../../service-deps.ts'
import type { UserJourney } from '../../storage/types.ts'
import { openProviderSettings } from './provider-settings.ts'

/** The provider a journey names, under the journey's settings. */
export const getJourneyProvider = (
  { providers, sealer }: Pick<ServiceDeps, 'providers' | 'sealer'>,
  journey: Pick<UserJourney, 'id' | 'provider' | 'providerSettingsSealed'>,
): FaceProvider => providers.get(journey.provider, openProviderSettings(sealer, journey))
