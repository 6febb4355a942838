import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * As `0058-lists.ts`, for attempts, faces and events. What one event has to do with is in its payload. Most face
 * authentications have no risk label, and those do not count here.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`CREATE INDEX face_authentications_risk_labels ON face_authentications USING gin (risk_labels)
    WITH (fastupdate = off) WHERE risk_labels <> '{}'`,
  sql`CREATE INDEX attempts_created ON attempts (tenant_id, created_on, id)`,
  sql`CREATE INDEX attempts_status ON attempts (tenant_id, status, created_on, id)`,
  sql`CREATE INDEX attempts_source ON attempts (tenant_id, source, created_on, id) WHERE source IS NOT NULL`,
  sql`CREATE INDEX attempts_codes ON attempts USING gin (response_codes) WITH (fastupdate = off)`,
  sql`CREATE INDEX faces_created ON faces (tenant_id, created_on, id)`,
  sql`CREATE INDEX faces_status ON faces (tenant_id, status, created_on, id)`,
  sql`CREATE INDEX faces_provider ON faces (tenant_id, provider, created_on, id)`,
  sql`CREATE INDEX faces_source ON faces (tenant_id, source, created_on, id)`,
  sql`CREATE INDEX faces_expires ON faces (tenant_id, expires_on) WHERE expires_on IS NOT NULL`,
  sql`CREATE INDEX events_created ON events (tenant_id, created_on, position)`,
  sql`CREATE INDEX events_type ON events (tenant_id, type, created_on, position)`,
  sql`CREATE INDEX events_applicant ON events (tenant_id, (payload->>'applicant_id'), created_on, position)`,
]

export const moreLists: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
