import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../providers/call-provider.ts'
import type { MatchInput, MatchOutcome } from '../providers/types.ts'
import type { ServiceDeps } from './deps.ts'
import { toPictureError } from './picture-error.ts'

/**
 * Compares two pictures; keeps nothing of either.
 * @throws AppError IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_REFUSED, PROVIDER_UNAVAILABLE
 */
export const matchFaces = async (
  { providers }: ServiceDeps,
  input: MatchInput,
): Promise<Extract<MatchOutcome, { kind: 'compared' }>> => {
  const provider = providers.default
  const match = provider.match
  if (!match) throw new AppError('PROVIDER_UNAVAILABLE')
  const outcome = await callProvider(provider, (signal) => match(input, signal))
  if (outcome.kind === 'compared') return outcome
  const { source, target } = outcome.reasons
  throw toPictureError({
    ...(source === undefined ? {} : { source_image: source }),
    ...(target === undefined ? {} : { target_image: target }),
  })
}
