import { pageOf } from '@visavis/shared/answers'
import { auditEventSchema } from '@visavis/shared/audit'
import { listAuditEventsSchema } from '@visavis/shared/lists-api'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toCursorListView } from '../../http/view-parts.ts'
import { toAuditEventView } from './audit-view.ts'
import type { AuditDeps } from './deps.ts'
import { listAuditEvents } from './list-audit-events.ts'

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
]
