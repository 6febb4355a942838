import { listOf, pageOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { exportQuery } from '@visavis/shared/exports'
import { listEventsSchema } from '@visavis/shared/lists-api'
import { eventSchema } from '@visavis/shared/webhook-answers'
import * as z from 'zod'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import type { CursorPage } from '../../storage/paging.ts'
import { answerList, type CsvColumns, pageOrFileOf } from '../exports/index.ts'
import type { WebhooksDeps } from './deps.ts'
import type { DomainEvent } from './domain-event.ts'
import { toEventBody } from './event-body.ts'
import type { EventFilter } from './events-repo.ts'

const eventEndpoint = { tag: 'Webhooks', scope: 'face-authentication:*' } as const

type EventQuery = z.output<typeof listEventsSchema>

const toFilter = (query: EventQuery): EventFilter => ({
  type: query.type,
  faceAuthenticationId: query.face_authentication_id,
  applicantId: query.applicant_id,
  externalApplicantId: query.external_applicant_id,
  createdAfter: query.created_after,
  createdBefore: query.created_before,
})

/** What the events carry that is of the same kind in each; the rest is in the other formats. */
const EVENT_COLUMNS: CsvColumns<z.output<typeof eventSchema>> = {
  id: (view) => view.id,
  created_on: (view) => view.created_on,
  type: (view) => view.type,
  applicant_id: ({ data }) => data.applicant_id,
  external_applicant_id: ({ data }) => data.external_applicant_id,
  face_authentication_id: ({ data }) =>
    'face_authentication_id' in data ? data.face_authentication_id : undefined,
  user_journey_id: ({ data }) => ('user_journey_id' in data ? data.user_journey_id : undefined),
  face_id: ({ data }) => ('face_id' in data ? data.face_id : undefined),
  status: ({ data }) =>
    'status' in data ? data.status : 'face_status' in data ? data.face_status : undefined,
  response_codes: ({ data }) =>
    'response_codes' in data ? data.response_codes.map(({ code }) => code).join(' ') : undefined,
}

/** Asked as before there were filters, it answers as before. @throws AppError REQUEST_INVALID */
const isCounted = ({ skip, limit: _, ...others }: Record<string, string>): boolean => {
  const isPlain = Object.keys(others).length === 0
  if (skip !== undefined && !isPlain)
    throw new AppError('REQUEST_INVALID', { errorCodes: ['skip__conflict'] })
  return isPlain
}

/** What happened, as the webhooks tell it: for those who missed one, or rather ask. */
export const EVENT_ENDPOINTS = [
  partnerEndpoint(
    {
      ...eventEndpoint,
      method: 'get',
      path: '/events',
      id: 'listEvents',
      summary: 'List events, newest first',
      query: listEventsSchema.extend(exportQuery),
      exports: 'event.export',
      answers: {
        200: {
          description: 'A page of events; where nothing but `skip` and `limit` is given, all are counted',
          ...pageOrFileOf(eventSchema),
          schema: z.union([pageOf(eventSchema), listOf(eventSchema)]),
        },
      },
      errors: ['EXPORT_LIMIT_REACHED'],
    },
    async ({ database, publicUrl }: WebhooksDeps, { c, tenantId, query }) => {
      const path = `${publicUrl}/events`
      const toView = (event: DomainEvent) => toEventBody(publicUrl, event)
      if (!isCounted(c.req.query())) {
        const list = (page: CursorPage) => database.events.listNewest(tenantId, toFilter(query), page)
        return answerList(c, query, { path, list, toView, columns: EVENT_COLUMNS })
      }
      const { skip = 0, limit } = query
      return toListView(path, await database.events.list(tenantId, { skip, limit }), { skip, limit }, toView)
    },
  ),
  partnerEndpoint(
    {
      ...eventEndpoint,
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
