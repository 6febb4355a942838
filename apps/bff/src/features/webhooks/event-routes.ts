import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import type { WebhooksDeps } from './deps.ts'
import { toEventBody } from './event-body.ts'

/** What happened, as the webhooks tell it: for those who missed one, or rather ask. */
export const eventRoutes = ({ database, publicUrl }: WebhooksDeps) =>
  new Hono<PartnerEnv>()
    .get('/', requireScope('face-authentication:*'), async (c) => {
      const page = readPage(c.req.query())
      const events = await database.events.list(c.get('tenantId'), page)
      return c.json(toListView(`${publicUrl}/events`, events, page, (event) => toEventBody(publicUrl, event)))
    })
    .get('/:eventId', requireScope('face-authentication:*'), async (c) => {
      const event = await database.events.get(c.get('tenantId'), c.req.param('eventId'))
      if (!event) throw new AppError('NOT_FOUND')
      return c.json(toEventBody(publicUrl, event))
    })
