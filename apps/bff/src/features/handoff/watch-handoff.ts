import { setTimeout as wait } from 'node:timers/promises'
import type { Handoff } from '@visavis/shared/handoff-api'
import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { logError } from '../../http/error-log.ts'
import { toAppError } from '../../http/to-app-error.ts'
import type { CaptureEnv } from '../capture/index.ts'
import type { HandoffDeps } from './deps.ts'
import { followHandoff } from './follow-handoff.ts'

/** The rows may have been changed by another process; proxies cut streams that stay open longer than a minute. */
const STREAM = { lookMs: 1000, lengthMs: 55_000 }

export interface HandoffRoutesDeps extends HandoffDeps {
  isStopping: () => boolean
  /** How often an open stream looks, and how long it stays open; the page connects again. */
  handoffStream?: typeof STREAM
}

/** A hand-off as it changes, as server-sent events. */
export const watchHandoff = async (
  deps: HandoffRoutesDeps,
  c: Context<CaptureEnv>,
  token: string,
): Promise<Response> => {
  const { lookMs, lengthMs } = deps.handoffStream ?? STREAM
  let known: Handoff = await followHandoff(deps, token)
  const endsAt = performance.now() + lengthMs
  // Otherwise nginx would keep the events until the stream ends (ngx_http_proxy_module, `proxy_buffering`).
  c.header('X-Accel-Buffering', 'no')
  const tell = async (stream: SSEStreamingApi) => {
    await stream.writeSSE({ event: 'handoff', data: JSON.stringify(known) })
    while (!stream.aborted && !deps.isStopping() && !isOver(known) && performance.now() < endsAt) {
      await wait(lookMs)
      const seen = await followHandoff(deps, token)
      if (hasChanged(known, seen)) await stream.writeSSE({ event: 'handoff', data: JSON.stringify(seen) })
      known = seen
    }
  }
  return streamSSE(c, (stream) =>
    // The page connects again and is told then; Hono itself would write it past the log.
    tell(stream).catch((failure) => logError(deps.log, toAppError(failure), c.get('requestId'))),
  )
}

const isOver = ({ state, next }: Handoff): boolean => state === 'cancelled' || next.next === 'done'

const hasChanged = (before: Handoff, after: Handoff): boolean =>
  before.state !== after.state || before.qr?.url !== after.qr?.url || before.next.next !== after.next.next
