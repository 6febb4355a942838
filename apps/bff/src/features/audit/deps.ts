import type { Database } from '../../storage/database.ts'
import type { AuditEventsRepo } from './audit-events-repo.ts'

export interface AuditRepositories {
  auditEvents: AuditEventsRepo
}

export interface AuditDeps {
  database: Database<AuditRepositories>
  now: () => Date
}
