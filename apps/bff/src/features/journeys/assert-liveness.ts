import { AppError } from '@visavis/shared/errors'
import type { FaceProvider } from '../../providers/types.ts'
import type { UserJourney } from './user-journeys-repo.ts'

/**
 * Journeys are held to this when they are saved; a later version of a provider, or a set-up without it, must not let
 * anybody past.
 * @throws AppError LIVENESS_UNAVAILABLE
 */
export const assertLiveness = (
  { capabilities }: Pick<FaceProvider, 'capabilities'>,
  { livenessPolicy }: Pick<UserJourney, 'livenessPolicy'>,
): void => {
  if (livenessPolicy === 'required' && capabilities.liveness === 'none') {
    throw new AppError('LIVENESS_UNAVAILABLE')
  }
}
