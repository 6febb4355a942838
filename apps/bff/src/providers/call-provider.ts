import { AppError } from '@visavis/shared/errors'
import { ProviderError } from './provider-error.ts'
import type { FaceProvider } from './types.ts'

/** Longest a person waits for a provider before being asked to try again. */
const PROVIDER_DEADLINE_MS = 20_000

/**
 * Runs one provider call under a deadline.
 * @throws AppError PROVIDER_UNAVAILABLE with the trouble as its cause, or RATE_LIMITED
 */
export const callProvider = async <T>(
  provider: Pick<FaceProvider, 'id'>,
  call: (signal: AbortSignal) => Promise<T>,
  deadlineMs = PROVIDER_DEADLINE_MS,
): Promise<T> => {
  const signal = AbortSignal.timeout(deadlineMs)
  try {
    return await call(signal)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const trouble = signal.aborted ? new ProviderError(provider.id, 'timeout', { cause }) : cause
    throw new AppError('PROVIDER_UNAVAILABLE', { cause: trouble })
  }
}
