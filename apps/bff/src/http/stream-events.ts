import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Logger } from 'pino'
import type { AppEnv } from './env.ts'
import { logError } from './error-log.ts'
import { toAppError } from './to-app-error.ts'

interface StreamOptions {
  log: Logger
  isStopping: () => boolean
  /** Proxies cut streams that stay open longer than a minute; whoever listens connects again. */
  lengthMs: number
  /** Once it is over, however that came. */
  leave: () => void
}

/** Server-sent events for as long as `tell` takes, which asks before each look whether it goes on. */
export const streamEvents = <E extends AppEnv>(
  c: Context<E>,
  { log, isStopping, lengthMs, leave }: StreamOptions,
  tell: (stream: SSEStreamingApi, goesOn: () => boolean) => Promise<void>,
): Response => {
  const requestId: string = c.get('requestId')
  const endsAt = performance.now() + lengthMs
  // Otherwise nginx would keep the events until the stream ends (ngx_http_proxy_module, `proxy_buffering`).
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, (stream) =>
    tell(stream, () => !stream.aborted && !isStopping() && performance.now() < endsAt)
      // Hono itself would write it past the log.
      .catch((failure) => logError(log, toAppError(failure), requestId))
      .finally(leave),
  )
}
