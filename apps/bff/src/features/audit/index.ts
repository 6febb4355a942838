/** Who did what, on what, when and from where: written once, never changed. */

export { TERMINAL, toConsoleActor, toCredentialActor } from './audit-event-rules.ts'
export { auditEventsRepo } from './audit-events-repo.ts'
export { type AuditEdgeDeps, auditCall, auditRequest, readOrigin } from './audit-request.ts'
export { toAuditEventView } from './audit-view.ts'
export type { AuditDeps, AuditRepositories } from './deps.ts'
export { listAuditEvents } from './list-audit-events.ts'
export { recordAuditEvent } from './record-audit-event.ts'
export { AUDIT_ENDPOINTS } from './routes.ts'
export { verifyAudit } from './verify-audit.ts'
