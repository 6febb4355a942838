import { newId } from '@visavis/shared/ids'
import type { AuditActor, AuditContent } from './audit-event-rules.ts'
import type { AuditDeps } from './deps.ts'

interface NewAuditEvent
  extends Pick<AuditContent, 'tenantId' | 'action' | 'subjectId'>,
    Partial<Pick<AuditContent, 'clientAddress' | 'requestId' | 'reason'>> {
  actor: AuditActor
}

export const recordAuditEvent = (
  { database, now }: Pick<AuditDeps, 'now'> & { database: Pick<AuditDeps['database'], 'auditEvents'> },
  { actor, clientAddress = null, requestId = null, reason = null, ...event }: NewAuditEvent,
): Promise<void> =>
  database.auditEvents.insert({
    id: newId('auditEvent'),
    ...event,
    actorType: actor.type,
    actorId: actor.id,
    clientAddress,
    requestId,
    reason,
    createdOn: now(),
  })
