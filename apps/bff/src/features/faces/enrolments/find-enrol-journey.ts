import { AppError } from '@visavis/shared/errors'
import { assertLiveness, type UserJourney } from '../../journeys/index.ts'
import type { FacesDeps } from '../deps.ts'
import { takesPictures } from '../make-reference.ts'

/**
 * The journey an enrolment follows: its provider makes the reference.
 * @param id default: the tenant's oldest
 * @throws AppError REQUEST_INVALID, LIVENESS_UNAVAILABLE
 */
export const findEnrolJourney = async (
  deps: FacesDeps,
  tenantId: string,
  id: string | undefined,
): Promise<UserJourney> => {
  const { database, providers } = deps
  const journey =
    id === undefined
      ? await database.userJourneys.first(tenantId)
      : await database.userJourneys.get(tenantId, id)
  if (!journey) throw new AppError('REQUEST_INVALID', { errorCodes: ['user_journey_id__not_found'] })
  if (!takesPictures(providers, journey.provider)) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['user_journey_id__enrolment_not_supported'] })
  }
  // The picture is judged by the engine here, whatever the journey's own provider could do.
  assertLiveness(deps, providers.default, journey)
  return journey
}
