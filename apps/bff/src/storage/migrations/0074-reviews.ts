import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What people say of decisions and new faces, beside the machine's verdict. A face that is refused goes, and its review
 * stays: so no foreign key leads to what it is about. Faces that wait already are sent there, all of them for one reviewer.
 */
const STATEMENTS = [
  sql`CREATE TABLE reviews (
    tenant_id text NOT NULL REFERENCES tenants (id),
    subject_id text NOT NULL,
    applicant_id text NOT NULL,
    user_journey_id text,
    cause text NOT NULL,
    four_eyes boolean NOT NULL,
    status text NOT NULL,
    reason_code text,
    created_on timestamptz NOT NULL,
    reviewed_on timestamptz,
    PRIMARY KEY (tenant_id, subject_id)
  )`,
  sql`CREATE INDEX reviews_status ON reviews (tenant_id, status, created_on, subject_id)`,
  sql`CREATE INDEX reviews_applicant ON reviews (tenant_id, applicant_id)`,
  sql`CREATE TABLE review_opinions (
    tenant_id text NOT NULL,
    subject_id text NOT NULL,
    actor_type text NOT NULL,
    actor_id text NOT NULL,
    outcome text NOT NULL,
    reason_code text NOT NULL,
    reason text,
    created_on timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subject_id, actor_id),
    FOREIGN KEY (tenant_id, subject_id) REFERENCES reviews (tenant_id, subject_id) ON DELETE CASCADE
  )`,
  sql`ALTER TABLE user_journeys
    ADD COLUMN review text NOT NULL DEFAULT 'off',
    ADD COLUMN review_four_eyes boolean NOT NULL DEFAULT false`,
  sql`INSERT INTO reviews (tenant_id, subject_id, applicant_id, cause, four_eyes, status, created_on)
    SELECT tenant_id, id, applicant_id, 'new_face', false, 'pending', modified_on FROM faces
    WHERE status = 'REVIEW' AND vendor_reference IS NULL`,
]

export const reviews: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
