import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../providers/call-provider.ts'
import { ProviderError } from '../../providers/provider-error.ts'
import type { JourneysDeps } from './deps.ts'
import { getJourneyProvider } from './journey-provider.ts'

interface TriedProvider {
  /** `false`: there is nothing to ask it for. */
  isTested: boolean
  durationMs: number
  trouble: ProviderError | undefined
}

/**
 * What the vendor says to the settings that a journey has now: the least that it answers is asked for, once, and nothing
 * of it is kept. @throws AppError NOT_FOUND, RATE_LIMITED
 */
export const tryProvider = async (
  deps: Pick<JourneysDeps, 'database' | 'providers' | 'sealer'>,
  tenantId: string,
  userJourneyId: string,
): Promise<TriedProvider> => {
  const journey = await deps.database.userJourneys.get(tenantId, userJourneyId)
  if (!journey) throw new AppError('NOT_FOUND')
  const provider = getJourneyProvider(deps, journey)
  const { tryOut } = provider
  if (!tryOut) return { isTested: false, durationMs: 0, trouble: undefined }
  const started = performance.now()
  const trouble = await callProvider(provider, tryOut).then(() => undefined, toTrouble)
  return { isTested: true, durationMs: Math.round(performance.now() - started), trouble }
}

const toTrouble = (failure: unknown): ProviderError => {
  if (failure instanceof AppError && failure.cause instanceof ProviderError) return failure.cause
  throw failure
}
