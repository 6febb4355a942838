import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from './env.ts'

export interface RequestObservation {
  method: string
  /** The pattern, never the address: that holds ids, and there is no end of them. */
  route: string
  status: number
  seconds: number
}

/** Told of each request once it is answered. */
export interface RequestObserver {
  observeRequest(request: RequestObservation): void
}

/**
 * A measurement and a span for each request, under the pattern of its route. Addresses, queries, headers and bodies
 * stay out of both. Attributes: OpenTelemetry semantic conventions, HTTP server spans. Without a tracer registered the
 * span costs nothing.
 */
export const observeRequests = (
  metrics: RequestObserver | undefined,
  /** Failures that are none of the server's: they are not measured. */
  isMeant: (failure: Error) => boolean,
) =>
  createMiddleware<AppEnv>((c, next) => {
    const start = performance.now()
    const { method } = c.req
    const parent = propagation.extract(context.active(), c.req.header())
    const tracer = trace.getTracer('visavis')
    return tracer.startActiveSpan(method, { kind: SpanKind.SERVER }, parent, async (span) => {
      await next()
      // `use` registers for all methods: what goes before a route is not what was asked for.
      const route = matchedRoutes(c).findLast((each) => each.method !== 'ALL')?.path ?? 'none'
      const { status } = c.res
      if (!(c.error && isMeant(c.error))) {
        metrics?.observeRequest({ method, route, status, seconds: (performance.now() - start) / 1000 })
      }
      span.updateName(`${method} ${route}`)
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'visavis.request_id': c.get('requestId'),
      })
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    })
  })
