import { pageOf } from '@visavis/shared/answers'
import { auditEventSchema } from '@visavis/shared/audit'
import { listAuditEventsSchema } from '@visavis/shared/lists-api'
import * as z from 'zod'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { checkInput } from '../../http/read-json.ts'
import { toCursorListView } from '../../http/view-parts.ts'
import { toAuditEventView } from './audit-view.ts'
import type { AuditDeps } from './deps.ts'
import { listAuditEvents } from './list-audit-events.ts'
import { type WatchAuditDeps, watchAuditEvents } from './watch-audit-events.ts'

/** Whoever follows entries sends the number of the last one back (HTML, server-sent events, `Last-Event-ID`). */
const lastEventSchema = z.object({
  'last-event-id': z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
})

export const AUDIT_ENDPOINTS = [
  partnerEndpoint(
    {
      tag: 'Access',
      scope: 'audit:view',
      method: 'get',
      path: '/audit-events',
      id: 'listAuditEvents',
      summary: 'Who did what, newest first',
      query: listAuditEventsSchema,
      answers: { 200: { description: 'A page of the audit log', schema: pageOf(auditEventSchema) } },
    },
    async (deps: AuditDeps & { publicUrl: string }, { c, tenantId, query }) =>
      toCursorListView(
        `${deps.publicUrl}/audit-events`,
        await listAuditEvents(deps, tenantId, query),
        { query: c.req.query(), limit: query.limit },
        toAuditEventView,
      ),
  ),
  partnerEndpoint(
    {
      tag: 'Access',
      scope: 'audit:view',
      method: 'get',
      path: '/audit-events/stream',
      id: 'watchAuditEvents',
      summary: 'The same as it is written, as server-sent events',
      description:
        'Each event is named `audit_event`; its data is an entry, its `id` the number of it. Without `Last-Event-ID` entries from now on.',
      header: lastEventSchema,
      answers: {
        200: {
          description: 'A stream of at most a minute',
          schema: z.string(),
          mediaType: 'text/event-stream',
        },
      },
      errors: ['REQUEST_INVALID'],
    },
    async (deps: WatchAuditDeps, { c, tenantId }) => {
      const { 'last-event-id': last } = checkInput(c.req.header(), lastEventSchema)
      return watchAuditEvents(deps, c, { tenantId, after: last === undefined ? undefined : Number(last) })
    },
  ),
]
