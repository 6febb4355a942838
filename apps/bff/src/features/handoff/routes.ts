import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '@visavis/shared/errors'
import {
  type confirmedHandoffSchema,
  confirmHandoffSchema,
  type Handoff,
  openHandoffSchema,
} from '@visavis/shared/handoff-api'
import Bowser from 'bowser'
import { Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type * as z from 'zod'
import { readBearer } from '../../http/bearer.ts'
import { logError } from '../../http/error-log.ts'
import { readJson } from '../../http/read-json.ts'
import { smallBody } from '../../http/small-body.ts'
import { toAppError } from '../../http/to-app-error.ts'
import { type CaptureEnv, captureToken } from '../capture/index.ts'
import type { HandoffDeps } from './deps.ts'
import { cancelHandoff, followHandoff } from './follow-handoff.ts'
import { type HandoffSource, startHandoff } from './start-handoff.ts'
import { confirmHandoff, openHandoff } from './take-handoff.ts'

/** The rows may have been changed by another process; proxies cut streams that stay open longer than a minute. */
const STREAM = { lookMs: 1000, lengthMs: 55_000 }

export interface HandoffRoutesDeps extends HandoffDeps {
  isStopping: () => boolean
  /** How often an open stream looks, and how long it stays open; the page connects again. */
  handoffStream?: typeof STREAM
}

/** Both ends of a hand-off: who gives the link away, by its token, and who takes it, by a code and a number. */
export const handoffRoutes = (deps: HandoffRoutesDeps) => {
  const { lookMs, lengthMs } = deps.handoffStream ?? STREAM
  return new Hono<CaptureEnv>()
    .post('/open', smallBody, async (c) =>
      c.json(await openHandoff(deps, await readJson(c, openHandoffSchema))),
    )
    .post('/confirm', smallBody, async (c) => {
      const { verificationUrl } = await confirmHandoff(deps, await readJson(c, confirmHandoffSchema))
      return c.json({ verification_url: verificationUrl } satisfies z.input<typeof confirmedHandoffSchema>)
    })
    .post('/', smallBody, captureToken(deps), async (c) =>
      c.json(await startHandoff(deps, c.get('subject'), readSource(c.req.header('user-agent'))), 201),
    )
    .get('/', async (c) => c.json(await followHandoff(deps, readToken(c.req.header('authorization')))))
    .post('/cancel', smallBody, async (c) =>
      c.json(await cancelHandoff(deps, readToken(c.req.header('authorization')))),
    )
    .get('/events', async (c) => {
      const token = readToken(c.req.header('authorization'))
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
    })
}

const isOver = ({ state, next }: Handoff): boolean => state === 'cancelled' || next.next === 'done'

const hasChanged = (before: Handoff, after: Handoff): boolean =>
  before.state !== after.state || before.qr?.url !== after.qr?.url || before.next.next !== after.next.next

const readToken = (header: string | undefined): string => {
  const token = readBearer(header)
  if (!token) throw new AppError('CAPTURE_TOKEN_INVALID')
  return token
}

/** By what the browser says of itself: for a person to recognise, no more. */
const readSource = (agent: string | undefined): HandoffSource => {
  if (!agent) return { browser: null, system: null }
  const { browser, os } = Bowser.parse(agent)
  return { browser: browser.name || null, system: os.name || null }
}
