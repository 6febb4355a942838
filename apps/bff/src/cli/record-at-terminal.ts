import type { AuditAction } from '@visavis/shared/audit'
import { type AuditDeps, recordAuditEvent, TERMINAL } from '../features/audit/index.ts'

/** Says in the audit log of a partner what a command did. */
export const recordAtTerminal = (
  deps: AuditDeps,
  tenantId: string,
  action: AuditAction,
  subjectId: string,
): Promise<void> => recordAuditEvent(deps, { tenantId, actor: TERMINAL, action, subjectId })
