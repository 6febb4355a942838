import { SpanStatusCode, trace } from '@opentelemetry/api'
import { type FaceProvider, ProviderError } from './types.ts'

export interface ProviderCall {
  provider: string
  operation: string
  seconds: number
  /** What it answered, or what kind of trouble it had. Neither names a person. */
  result: { outcome: string } | { error: string }
}

/** The same provider; each call is told to `observe` and is a span of the running trace. */
export const observeProvider = (
  provider: FaceProvider,
  observe: (call: ProviderCall) => void,
): FaceProvider => {
  const watch =
    <Args extends unknown[], Outcome extends { kind: string }>(
      operation: string,
      call: (...args: Args) => Promise<Outcome>,
    ) =>
    (...args: Args): Promise<Outcome> =>
      trace.getTracer('visavis').startActiveSpan(`${provider.id} ${operation}`, async (span) => {
        const start = performance.now()
        const end = (result: ProviderCall['result']) => {
          observe({ provider: provider.id, operation, seconds: (performance.now() - start) / 1000, result })
          span.setAttributes({ 'visavis.provider': provider.id, 'visavis.operation': operation, ...result })
          if ('error' in result) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        }
        try {
          const outcome = await call(...args)
          end({ outcome: outcome.kind })
          return outcome
        } catch (cause) {
          end({ error: cause instanceof ProviderError ? cause.kind : 'other' })
          throw cause
        }
      })

  const { enrol, verify, match, extractFeatures } = provider
  return {
    ...provider,
    ...(enrol ? { enrol: watch('enrol', enrol) } : {}),
    ...(verify ? { verify: watch('verify', verify) } : {}),
    ...(match ? { match: watch('match', match) } : {}),
    ...(extractFeatures ? { extractFeatures: watch('extractFeatures', extractFeatures) } : {}),
  }
}
