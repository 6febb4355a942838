import type { Config } from '../composition/config.ts'
import type { CaptureObservation } from '../features/capture/index.ts'
import type { ProviderCall } from '../providers/observe-provider.ts'
import type { MetricSources, Metrics } from './metrics.ts'
import { propagateContext } from './propagate-context.ts'
import { serveMetrics } from './serve-metrics.ts'
import { startTracing } from './start-tracing.ts'

export interface Telemetry {
  /** Absent: nobody counts. */
  metrics?: Metrics
  observeProvider(call: ProviderCall): void
  observeCapture(capture: CaptureObservation): void
  observeWebhook(result: string): void
  stop(): Promise<void>
}

/** Metrics, traces and the context of log records as the configuration asks for them; nothing otherwise. */
export const openTelemetry = async (
  { metricsAt, tracing, logExport }: Pick<Config, 'metricsAt' | 'tracing' | 'logExport'>,
  sources: MetricSources,
): Promise<Telemetry> => {
  // Each is loaded only where it is asked for.
  const metrics = metricsAt && (await import('./metrics.ts')).createMetrics(sources)
  const server = metricsAt && metrics && (await serveMetrics(metricsAt, metrics))
  const stopContext = tracing || logExport ? await propagateContext() : undefined
  const traces = tracing && (await startTracing(tracing))
  return {
    ...(metrics ? { metrics } : {}),
    observeProvider: (call) => metrics?.observeProvider(call),
    observeCapture: (capture) => metrics?.observeCapture(capture),
    observeWebhook: (result) => metrics?.observeWebhook(result),
    stop: async () => {
      await server?.stop()
      await traces?.stop()
      stopContext?.()
    },
  }
}
