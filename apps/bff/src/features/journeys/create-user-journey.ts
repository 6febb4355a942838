import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { CreateUserJourney } from '@visavis/shared/user-journeys'
import type { ProviderDefinition } from '../../providers/definition.ts'
import type { JourneysDeps } from './deps.ts'
import { listJourneyMistakes } from './journey-mistakes.ts'
import { newUserJourney } from './new-user-journey.ts'
import { sealProviderSettings } from './provider-settings.ts'
import type { ScriptRules } from './script-origin-rules.ts'
import type { UserJourney } from './user-journeys-repo.ts'

export interface JourneyDeps extends Pick<JourneysDeps, 'database' | 'sealer' | 'now' | keyof ScriptRules> {
  providers: { find(id: string): ProviderDefinition | undefined }
}

/** @throws AppError REQUEST_INVALID: unknown provider, settings it does not take, liveness it has not, addresses that cannot match, texts that are no ICU MessageFormat */
export const createUserJourney = async (
  { database, sealer, providers, now, ...rules }: JourneyDeps,
  tenantId: string,
  input: CreateUserJourney,
): Promise<UserJourney> => {
  const id = newId('userJourney')
  const createdOn = now()
  const definition = providers.find(input.provider)
  const journey: UserJourney = {
    ...newUserJourney({ id, tenantId, createdOn }, input, definition?.capabilities),
    ...sealProviderSettings(sealer, { tenantId, id }, input.provider_settings),
  }
  const errorCodes = listJourneyMistakes(journey, input.provider_settings, definition, rules)
  if (errorCodes.length > 0) throw new AppError('REQUEST_INVALID', { errorCodes })
  await database.userJourneys.insert(journey)
  return journey
}
