import { listOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { eventSchema } from '@visavis/shared/webhook-answers'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import type { WebhooksDeps } from './deps.ts'
import { toEventBody } from './event-body.ts'

const events = { tag: 'Webhooks', scope: 'face-authentication:*' } as const

/** What happened, as the webhooks tell it: for those who missed one, or rather ask. */
export const EVENT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...events,
      method: 'get',
      path: '/events',
      id: 'listEvents',
      summary: 'List events, newest first',
      query: pageSchema,
      answers: { 200: { description: 'A page of events', schema: listOf(eventSchema) } },
    },
    async ({ database, publicUrl }: WebhooksDeps, { tenantId, query }) => {
      const rows = await database.events.list(tenantId, query)
      return toListView(`${publicUrl}/events`, rows, query, (event) => toEventBody(publicUrl, event))
    },
  ),
  partnerEndpoint(
    {
      ...events,
      method: 'get',
      path: '/events/{eventId}',
      id: 'getEvent',
      summary: 'Read an event',
      answers: { 200: { description: 'The event', schema: eventSchema } },
    },
    async ({ database, publicUrl }: WebhooksDeps, { tenantId, params }) => {
      const event = await database.events.get(tenantId, params.eventId)
      if (!event) throw new AppError('NOT_FOUND')
      return toEventBody(publicUrl, event)
    },
  ),
]
