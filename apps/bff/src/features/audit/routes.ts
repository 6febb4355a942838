import { pageOf } from '@visavis/shared/answers'
import { auditEventSchema } from '@visavis/shared/audit'
import { listAuditEventsSchema } from '@visavis/shared/lists-api'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toCursorListView } from '../../http/view-parts.ts'
import { toAuditEventView } from './audit-view.ts'
import type { AuditDeps } from './deps.ts'

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
    async ({ database, publicUrl }: AuditDeps & { publicUrl: string }, { c, tenantId, query }) => {
      const { cursor: after, limit } = query
      const filter = {
        action: query.action,
        actorId: query.actor_id,
        subjectId: query.subject_id,
        createdAfter: query.created_after,
        createdBefore: query.created_before,
      }
      const page = await database.auditEvents.list(tenantId, filter, { after, limit })
      const path = `${publicUrl}/audit-events`
      return toCursorListView(path, page, { query: c.req.query(), limit }, toAuditEventView)
    },
  ),
]
