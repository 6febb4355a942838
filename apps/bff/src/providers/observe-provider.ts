import { SpanStatusCode, trace } from '@opentelemetry/api'
import type { HostedCapture } from './hosted-capture.ts'
import { ProviderError } from './provider-error.ts'
import type { FaceProvider } from './types.ts'

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
    <Args extends unknown[], Outcome>(operation: string, call: (...args: Args) => Promise<Outcome>) =>
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
          end({ outcome: toOutcome(outcome) })
          return outcome
        } catch (cause) {
          end({ error: toError(cause) })
          throw cause
        }
      })

  const { enrol, verify, match, extractFeatures, hosted } = provider
  return {
    ...provider,
    ...(enrol ? { enrol: watch('enrol', enrol) } : {}),
    ...(verify ? { verify: watch('verify', verify) } : {}),
    ...(match ? { match: watch('match', match) } : {}),
    ...(extractFeatures ? { extractFeatures: watch('extractFeatures', extractFeatures) } : {}),
    ...(hosted ? { hosted: watchHosted(hosted, watch) } : {}),
  }
}

type Watch = <Args extends unknown[], Outcome>(
  operation: string,
  call: (...args: Args) => Promise<Outcome>,
) => (...args: Args) => Promise<Outcome>

const watchHosted = (hosted: HostedCapture, watch: Watch): HostedCapture => {
  const { completeStep, cancel, erase, media } = hosted
  return {
    ...hosted,
    start: watch('start', hosted.start),
    readResult: watch('readResult', hosted.readResult),
    ...(completeStep ? { completeStep: watch('completeStep', completeStep) } : {}),
    ...(cancel ? { cancel: watch('cancel', cancel) } : {}),
    ...(erase ? { erase: watch('erase', erase) } : {}),
    ...(media ? { media: watch('media', media) } : {}),
  }
}

/** Its kind; a deadline of ours that ran out is a timeout too. */
const toError = (cause: unknown): string => {
  if (cause instanceof ProviderError) return cause.kind
  return cause instanceof Error && cause.name === 'TimeoutError' ? 'timeout' : 'other'
}

/** Its kind, where it has one; the others only succeed. */
const toOutcome = (outcome: unknown): string =>
  typeof outcome === 'object' && outcome !== null && 'kind' in outcome ? String(outcome.kind) : 'done'
