import type { listAuditEventsSchema } from '@visavis/shared/lists-api'
import type * as z from 'zod'
import type { CursorPaged } from '../../storage/paging.ts'
import type { AuditEvent } from './audit-events-repo.ts'
import type { AuditDeps } from './deps.ts'

/** Newest first, as the query asks. */
export const listAuditEvents = (
  { database }: Pick<AuditDeps, 'database'>,
  tenantId: string,
  query: z.output<typeof listAuditEventsSchema>,
): Promise<CursorPaged<AuditEvent>> => {
  const filter = {
    action: query.action,
    actorId: query.actor_id,
    subjectId: query.subject_id,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
  }
  return database.auditEvents.list(tenantId, filter, { after: query.cursor, limit: query.limit })
}
