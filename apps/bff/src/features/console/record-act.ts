import type { AuditAction } from '@visavis/shared/audit'
import type { Context } from 'hono'
import { type AuditEdgeDeps, readOrigin, recordAuditEvent, toConsoleActor } from '../audit/index.ts'
import type { ConsoleEnv } from './console-session.ts'

/** Writes down what whoever is signed in did. @param deps within a transaction, those of it: then both are kept or none */
export const recordAct = (
  deps: Pick<AuditEdgeDeps, 'now' | 'trustedProxies'> & {
    database: Pick<AuditEdgeDeps['database'], 'auditEvents'>
  },
  c: Context<ConsoleEnv>,
  action: AuditAction,
  subjectId: string,
): Promise<void> => {
  const { id, tenantId } = c.get('user')
  const actor = toConsoleActor(id)
  return recordAuditEvent(deps, { tenantId, actor, action, subjectId, ...readOrigin(c, deps) })
}
