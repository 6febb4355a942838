import type { PagePolicy } from '../providers/hosted-capture.ts'
import type { ServiceDeps } from './deps.ts'
import { getJourneyProvider } from './journey-provider.ts'

/**
 * What the page of an attempt needs beyond its own origin; nothing where no vendor takes part, and for unknown ids. By
 * the id alone: the token that opens the attempt never comes with a request for the page.
 */
export const readPagePolicy = async (
  deps: Pick<ServiceDeps, 'database' | 'providers' | 'sealer'>,
  attemptId: string,
): Promise<PagePolicy> => {
  const journey = await deps.database.userJourneys.findByAttempt(attemptId)
  if (!journey || !deps.providers.find(journey.provider)) return {}
  return getJourneyProvider(deps, journey).hosted?.pagePolicy ?? {}
}
