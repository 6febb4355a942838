import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../providers/call-provider.ts'
import type { FaceFeatures, FaceProvider } from '../../providers/types.ts'
import { toPictureError } from '../pictures/index.ts'
import type { SearchDeps } from './deps.ts'

/** @throws AppError SEARCH_NOT_AVAILABLE */
export const assertSearchAvailable = ({ database }: SearchDeps): void => {
  if (database.faceIndexSupport === 'available') return
  throw new AppError('SEARCH_NOT_AVAILABLE', { errorCodes: ['search__not_available'] })
}

/**
 * From which match level (1–5) a face counts as found: the strictest of the tenant's journeys with 1:N on.
 * @throws AppError SEARCH_NOT_AVAILABLE, SEARCH_NOT_ENABLED
 */
export const readSearchLevel = async (deps: SearchDeps, tenantId: string): Promise<number> => {
  assertSearchAvailable(deps)
  const level = await deps.database.userJourneys.findSearchLevel(tenantId)
  if (level === undefined) throw new AppError('SEARCH_NOT_ENABLED', { errorCodes: ['search__not_enabled'] })
  return level
}

/** @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE */
export const extractFeatures = async (
  provider: FaceProvider,
  tenantId: string,
  image: Uint8Array,
): Promise<FaceFeatures> => {
  const extract = provider.extractFeatures
  if (!extract) throw new AppError('PROVIDER_UNAVAILABLE')
  const outcome = await callProvider(provider, (signal) =>
    extract(image, signal, { tenantId, isPersonWaiting: false }),
  )
  if (outcome.kind === 'unusable') throw toPictureError({ image: outcome.reason })
  return outcome.features
}
