interface TracingOptions {
  /** Of an OTLP/HTTP receiver, without `/v1/traces`. */
  endpoint: string
  serviceName: string
}

/**
 * Sends spans to an OpenTelemetry receiver. The SDK is loaded only here: without an endpoint a process never sees it.
 * A receiver that does not answer costs spans, nothing else.
 */
export const startTracing = async ({
  endpoint,
  serviceName,
}: TracingOptions): Promise<{ stop(): Promise<void> }> => {
  const [{ trace }, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  })
  trace.setGlobalTracerProvider(provider)
  return {
    stop: async () => {
      await provider.shutdown()
      trace.disable()
    },
  }
}
