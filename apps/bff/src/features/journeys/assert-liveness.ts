import { AppError } from '@visavis/shared/errors'
import type { FaceProvider } from '../../providers/types.ts'
import type { JourneysDeps } from './deps.ts'
import { isLivenessSupported } from './journey-rules.ts'
import type { UserJourney } from './user-journeys-repo.ts'

/**
 * Journeys are held to this when they are saved; a later version of a provider, or a set-up without it, must not let
 * anybody past.
 * @throws AppError LIVENESS_UNAVAILABLE
 */
export const assertLiveness = (
  { liveness }: Pick<JourneysDeps, 'liveness'>,
  { capabilities }: Pick<FaceProvider, 'capabilities'>,
  { livenessPolicy }: Pick<UserJourney, 'livenessPolicy'>,
): void => {
  const isHere = livenessPolicy === 'none' || livenessPolicy === 'required' || liveness !== undefined
  if (!isHere || !isLivenessSupported(livenessPolicy, capabilities))
    throw new AppError('LIVENESS_UNAVAILABLE')
}
