import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { CreateUserJourney } from '@visavis/shared/user-journeys'
import { findJourneyMistakes } from '../domain/journey-rules.ts'
import type { FaceProvider } from '../providers/types.ts'
import type { UserJourney } from '../storage/db/types.ts'
import type { ServiceDeps } from './deps.ts'
import { newUserJourney } from './new-user-journey.ts'
import { sealProviderSettings } from './provider-settings.ts'

export interface JourneyDeps extends Pick<ServiceDeps, 'database' | 'sealer' | 'now'> {
  providers: { find(id: string): Pick<FaceProvider, 'capabilities'> | undefined }
}

/** @throws AppError REQUEST_INVALID: unknown provider, liveness it has not, addresses that cannot match */
export const createUserJourney = async (
  { database, sealer, providers, now }: JourneyDeps,
  tenantId: string,
  input: CreateUserJourney,
): Promise<UserJourney> => {
  const id = newId('userJourney')
  const createdOn = now()
  const journey: UserJourney = {
    ...newUserJourney({ id, tenantId, createdOn }, input),
    ...sealProviderSettings(sealer, id, input.provider_settings),
  }
  const errorCodes = findJourneyMistakes(journey, providers.find(journey.provider)?.capabilities)
  if (errorCodes.length > 0) throw new AppError('REQUEST_INVALID', { errorCodes })
  await database.userJourneys.insert(journey)
  return journey
}
