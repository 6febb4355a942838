import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
} from 'cockatiel'
import { ProviderError } from './provider-error.ts'

/** Calls of one account under way at a time, and how many more may wait for a place. */
const MAX_CALLS = 64
const MAX_WAITING = 256
/** So many calls in a row without an answer: nobody is sent there for a while. */
const FAILURES_TO_OPEN = 8
const OPEN_MS = 10_000
const MAX_RETRIES = 2
const FIRST_DELAY_MS = 150
const MAX_DELAY_MS = 1_500

/** What all calls of one account to one vendor at one origin share. */
export interface HttpLane {
  /** @param isRepeatable doing it twice does no harm */
  run<T>(call: (signal: AbortSignal) => Promise<T>, options: LaneOptions): Promise<T>
}

interface LaneOptions {
  isRepeatable: boolean
  signal: AbortSignal
}

/** The vendor does not answer, or says that it cannot. Anything else is an answer. */
const isOutage = (failure: unknown): boolean =>
  failure instanceof ProviderError && (failure.kind === 'timeout' || failure.kind === 'unavailable')

/** Nothing was sent: repeating that is safe whatever it was. */
export class NotSentError extends ProviderError {}

export const createHttpLane = (provider: string): HttpLane => {
  const breaker = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: OPEN_MS,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  })
  const guarded = wrap(breaker, bulkhead(MAX_CALLS, MAX_WAITING))
  const backoff = new ExponentialBackoff({
    initialDelay: FIRST_DELAY_MS,
    maxDelay: MAX_DELAY_MS,
    generator: decorrelatedJitterGenerator,
  })
  const retries = {
    repeatable: retry(handleWhen(isOutage), { maxAttempts: MAX_RETRIES, backoff }),
    once: retry(
      handleWhen((failure) => failure instanceof NotSentError),
      { maxAttempts: MAX_RETRIES, backoff },
    ),
  }
  return {
    run: async (call, { isRepeatable, signal }) => {
      const policy = isRepeatable ? retries.repeatable : retries.once
      try {
        return await policy.execute(() => guarded.execute(({ signal: own }) => call(own), signal), signal)
      } catch (failure) {
        if (failure instanceof BrokenCircuitError)
          throw new ProviderError(provider, 'unavailable', { code: 'circuit_open' })
        if (failure instanceof BulkheadRejectedError)
          throw new ProviderError(provider, 'unavailable', { code: 'too_many_calls' })
        throw failure
      }
    },
  }
}
