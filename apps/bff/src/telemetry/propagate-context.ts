/**
 * Lets spans and log records know the request that they belong to, and takes up the `traceparent` of a caller
 * (W3C Trace Context). Returns how to stop it.
 */
export const propagateContext = async (): Promise<() => void> => {
  const [{ context, propagation }, { W3CTraceContextPropagator }, { AsyncLocalStorageContextManager }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/core'),
      import('@opentelemetry/context-async-hooks'),
    ])
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  return () => {
    propagation.disable()
    context.disable()
  }
}
