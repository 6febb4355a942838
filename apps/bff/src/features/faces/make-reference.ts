import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../../providers/call-provider.ts'
import type { ProviderRegistry } from '../../providers/registry.ts'
import type { Asker, EnrolOutcome } from '../../providers/types.ts'
import type { FacesDeps } from './deps.ts'

/** Whether a picture of ours can be a reference for that provider. */
export const takesPictures = (providers: ProviderRegistry, id: string): boolean =>
  providers.find(id)?.capabilities.references.includes('upload') ?? false

/**
 * Checks a picture and makes its template, always by the engine here: a vendor that compares pictures gets one that
 * shows exactly one usable face, and the same face serves a journey that changes over to the engine.
 * @throws AppError PROVIDER_UNAVAILABLE, RATE_LIMITED
 */
export const makeReference = (
  { providers }: { providers: Pick<FacesDeps['providers'], 'default'> },
  image: Uint8Array,
  asker: Asker,
): Promise<EnrolOutcome> => {
  const { enrol } = providers.default
  if (!enrol) throw new AppError('PROVIDER_UNAVAILABLE')
  return callProvider(providers.default, (signal) => enrol(image, signal, asker))
}
