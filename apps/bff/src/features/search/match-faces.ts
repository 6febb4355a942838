import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../providers/call-provider.ts'
import type { MatchInput, MatchOutcome } from '../../providers/types.ts'
import { findNamedProvider, refuseJourney } from '../journeys/index.ts'
import { toPictureError } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'

/**
 * Compares two pictures; keeps nothing of either.
 * @param userJourneyId whose provider does it; default: the engine here
 * @throws AppError REQUEST_INVALID naming the journey, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const matchFaces = async (
  deps: SearchDeps,
  tenantId: string,
  input: MatchInput,
  userJourneyId?: string,
): Promise<Extract<MatchOutcome, { kind: 'compared' }>> => {
  const provider =
    userJourneyId === undefined
      ? deps.providers.default
      : (await findNamedProvider(deps, tenantId, userJourneyId)).provider
  const { match } = provider
  if (!match)
    throw userJourneyId === undefined
      ? new AppError('PROVIDER_UNAVAILABLE')
      : refuseJourney('match_not_supported')
  const outcome = await callProvider(provider, (signal) =>
    match(input, signal, { tenantId, isPersonWaiting: false }),
  )
  if (outcome.kind === 'compared') return outcome
  const { source, target } = outcome.reasons
  throw toPictureError({
    ...(source === undefined ? {} : { source_image: source }),
    ...(target === undefined ? {} : { target_image: target }),
  })
}
