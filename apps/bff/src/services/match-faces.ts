import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../providers/call-provider.ts'
import type { FaceProvider, MatchInput, MatchOutcome } from '../providers/types.ts'
import type { ServiceDeps } from './deps.ts'
import { getJourneyProvider } from './journey-provider.ts'
import { toPictureError } from './picture-error.ts'

/**
 * Compares two pictures; keeps nothing of either.
 * @param userJourneyId whose provider does it; default: the engine here
 * @throws AppError REQUEST_INVALID naming the journey, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const matchFaces = async (
  deps: ServiceDeps,
  tenantId: string,
  input: MatchInput,
  userJourneyId?: string,
): Promise<Extract<MatchOutcome, { kind: 'compared' }>> => {
  const provider = await findProvider(deps, tenantId, userJourneyId)
  const { match } = provider
  if (!match)
    throw userJourneyId === undefined ? new AppError('PROVIDER_UNAVAILABLE') : refuse('match_not_supported')
  const outcome = await callProvider(provider, (signal) => match(input, signal))
  if (outcome.kind === 'compared') return outcome
  const { source, target } = outcome.reasons
  throw toPictureError({
    ...(source === undefined ? {} : { source_image: source }),
    ...(target === undefined ? {} : { target_image: target }),
  })
}

const refuse = (error: string): AppError =>
  new AppError('REQUEST_INVALID', { errorCodes: [`user_journey_id__${error}`] })

const findProvider = async (
  deps: ServiceDeps,
  tenantId: string,
  userJourneyId: string | undefined,
): Promise<FaceProvider> => {
  if (userJourneyId === undefined) return deps.providers.default
  const journey = await deps.database.userJourneys.get(tenantId, userJourneyId)
  if (!journey) throw refuse('not_found')
  return getJourneyProvider(deps, journey)
}
