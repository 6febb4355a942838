import type { AuditAction, AuditReason } from '@visavis/shared/audit'
import { type AuditEdgeDeps, recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import type { ConsoleUser } from './console-users-repo.ts'
import type { Origin } from './deps.ts'

interface OwnAct {
  action: AuditAction
  /** Why it was refused. */
  reason?: AuditReason
}

/** Writes down what a user did to themselves: came, went, was let in or refused. */
export const recordOwnAct = (
  deps: Pick<AuditEdgeDeps, 'now'> & { database: Pick<AuditEdgeDeps['database'], 'auditEvents'> },
  { id, tenantId }: Pick<ConsoleUser, 'id' | 'tenantId'>,
  act: OwnAct,
  origin: Origin,
): Promise<void> =>
  recordAuditEvent(deps, { tenantId, actor: toConsoleActor(id), subjectId: id, ...act, ...origin })
