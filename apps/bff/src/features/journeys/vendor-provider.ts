import type { FaceProvider } from '../../providers/types.ts'
import type { JourneysDeps } from './deps.ts'
import { getJourneyProvider } from './journey-provider.ts'

interface Held {
  tenantId: string
  userJourneyId: string
  provider: string
}

/**
 * Who holds something of ours, under the settings of its journey; under those kept, where the journey names another
 * provider by now.
 */
export const getVendorProvider = async (
  deps: Pick<JourneysDeps, 'database' | 'providers' | 'sealer'>,
  { tenantId, userJourneyId, provider }: Held,
): Promise<FaceProvider> => {
  const journey = await deps.database.userJourneys.get(tenantId, userJourneyId)
  if (!journey) throw new Error('a journey is gone')
  const retired =
    journey.provider === provider
      ? undefined
      : await deps.database.retiredSettings.get(tenantId, userJourneyId, provider)
  const providerSettingsSealed =
    journey.provider === provider ? journey.providerSettingsSealed : (retired?.settingsSealed ?? null)
  return getJourneyProvider(deps, { id: userJourneyId, tenantId, provider, providerSettingsSealed })
}
