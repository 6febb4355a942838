import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import type { AppEnv } from '../../../http/env.ts'
import { limitBody } from '../../../http/limit-body.ts'
import { countAddress, type EdgeDeps } from '../../../http/rate-limit.ts'
import type { CaptureDeps } from '../deps.ts'
import { receiveVendorEvent } from './receive-vendor-event.ts'

const MAX_EVENT_BYTES = 256 * 1024

/**
 * Where vendors tell us that something happened. Answers say nothing but whether to send it again. Whatever is not
 * proven to be a vendor's counts for the address it comes from; what is proven never waits for that.
 */
export const vendorWebhookRoutes = (deps: CaptureDeps & EdgeDeps) =>
  new Hono<AppEnv>().post('/:providerId/:userJourneyId', limitBody(MAX_EVENT_BYTES), async (c) => {
    const received = await receiveVendorEvent(deps, {
      ...c.req.param(),
      rawBody: new Uint8Array(await c.req.arrayBuffer()),
      headers: c.req.raw.headers,
    })
    if (received === 'unknown-address' || received === 'refused') await countAddress(deps, c)
    if (received === 'unknown-address') throw new AppError('NOT_FOUND')
    return c.body(null, received === 'refused' ? 401 : 204)
  })
