import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What is known of indexed faces, one gallery a tenant and recognition model. The features themselves need pgvector,
 * which a PostgreSQL may lack or get later: `prepare-face-index.ts` makes their table.
 */
const STATEMENTS = [
  sql`CREATE TABLE face_index_galleries (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    model_id text NOT NULL,
    UNIQUE (tenant_id, model_id),
    UNIQUE (tenant_id, id)
  )`,
  sql`CREATE TABLE face_index_entries (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    gallery_id integer NOT NULL,
    applicant_id text,
    reference text,
    created_on timestamptz NOT NULL,
    FOREIGN KEY (tenant_id, gallery_id) REFERENCES face_index_galleries (tenant_id, id),
    FOREIGN KEY (tenant_id, applicant_id) REFERENCES applicants (tenant_id, id)
  )`,
  sql`CREATE INDEX face_index_entries_applicant ON face_index_entries (tenant_id, applicant_id)
    WHERE applicant_id IS NOT NULL`,
]

export const faceIndex: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
