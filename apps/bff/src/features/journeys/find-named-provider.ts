import type { ErrorDetail } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import type { FaceProvider } from '../../providers/types.ts'
import type { JourneysDeps } from './deps.ts'
import { getJourneyProvider } from './journey-provider.ts'
import type { UserJourney } from './user-journeys-repo.ts'

/** What is wrong with the journey that a request names. */
export const refuseJourney = (error: ErrorDetail): AppError =>
  new AppError('REQUEST_INVALID', { errorCodes: [`user_journey_id__${error}`] })

/** The journey that a request names, and its provider. @throws AppError REQUEST_INVALID */
export const findNamedProvider = async (
  deps: JourneysDeps,
  tenantId: string,
  userJourneyId: string,
): Promise<{ journey: UserJourney; provider: FaceProvider }> => {
  const journey = await deps.database.userJourneys.get(tenantId, userJourneyId)
  if (!journey) throw refuseJourney('not_found')
  return { journey, provider: getJourneyProvider(deps, journey) }
}
