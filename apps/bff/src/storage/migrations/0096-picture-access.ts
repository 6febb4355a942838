import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Whether one person of a partner's desk is enough to look at a picture, and who asked whom. Whoever is removed takes what
 * they asked for and what they allowed along.
 */
const STATEMENTS = [
  sql`ALTER TABLE tenants ADD COLUMN picture_access text NOT NULL DEFAULT 'one_person'
    CHECK (picture_access IN ('one_person', 'two_people'))`,
  sql`CREATE TABLE picture_requests (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    picture_id text NOT NULL,
    subject_id text NOT NULL,
    reason text NOT NULL,
    asked_by text NOT NULL REFERENCES console_users (id) ON DELETE CASCADE,
    decision text CHECK (decision IN ('allow', 'refuse')),
    decided_by text REFERENCES console_users (id) ON DELETE CASCADE,
    created_on timestamptz NOT NULL,
    expires_on timestamptz NOT NULL,
    CHECK (decided_by <> asked_by),
    CHECK ((decision IS NULL) = (decided_by IS NULL))
  )`,
  sql`CREATE UNIQUE INDEX picture_requests_waiting ON picture_requests (tenant_id, asked_by, subject_id)
    WHERE decision IS NULL`,
  sql`CREATE INDEX picture_requests_expires ON picture_requests (tenant_id, expires_on)`,
]

export const pictureAccess: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
