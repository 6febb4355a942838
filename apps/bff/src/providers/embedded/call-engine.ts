import { FaceEngineError } from '@visavis/face-engine'
import { AppError } from '@visavis/shared/errors'
import { callProvider } from '../call-provider.ts'

/** @throws AppError RATE_LIMITED when too many pictures wait */
export const askEngine = <Result>(answer: Promise<Result>): Promise<Result> =>
  answer.catch((cause: unknown) => {
    if (!(cause instanceof FaceEngineError) || cause.code !== 'busy') throw cause
    const { retryAfterS } = cause
    throw new AppError('RATE_LIMITED', { cause, ...(retryAfterS === undefined ? {} : { retryAfterS }) })
  })

/** Runs looks at pictures under the deadline of any provider. @throws AppError PROVIDER_UNAVAILABLE, RATE_LIMITED */
export const callEngine = <Result>(call: (signal: AbortSignal) => Promise<Result>): Promise<Result> =>
  callProvider({ id: 'embedded' }, (signal) => askEngine(call(signal)))
