import type { PagePolicy } from '../../../providers/hosted-capture.ts'
import { getJourneyProvider, getVendorProvider } from '../../journeys/index.ts'
import type { CaptureDeps } from '../deps.ts'

/**
 * What the page of an attempt needs beyond its own origin; nothing where no vendor takes part, and for unknown ids. By
 * the id alone: the token that opens the attempt never comes with a request for the page.
 */
export const readPagePolicy = async (
  deps: Pick<CaptureDeps, 'database' | 'providers' | 'sealer'>,
  attemptId: string,
): Promise<PagePolicy> => {
  const journey = await deps.database.linkJourneys.findByAttempt(attemptId)
  if (!journey) return {}
  const capture = await deps.database.vendorCaptures.find(attemptId)
  const isUnderWay = capture?.status === 'open'
  if (!deps.providers.find(isUnderWay ? capture.provider : journey.provider)) return {}
  // What was begun at a vendor is finished there, whatever the journey has changed to since.
  const provider = isUnderWay ? await getVendorProvider(deps, capture) : getJourneyProvider(deps, journey)
  return provider.hosted?.pagePolicy ?? {}
}
