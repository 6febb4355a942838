import { type VerifiedChain, verifyChain } from '../../storage/hash-chain.ts'
import { toAuditText } from './audit-event-rules.ts'
import type { AuditEvent, AuditEventsRepo } from './audit-events-repo.ts'

/** Goes through a tenant's audit log from its beginning. What is written meanwhile is no part of it. */
export const verifyAudit = async (
  { auditEvents }: { auditEvents: AuditEventsRepo },
  tenantId: string,
): Promise<VerifiedChain<AuditEvent>> =>
  verifyChain<AuditEvent>({
    end: await auditEvents.getChain(tenantId),
    list: (after, limit) => auditEvents.listChain(tenantId, after, limit),
    toText: toAuditText,
  })
