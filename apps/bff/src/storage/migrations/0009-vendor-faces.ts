import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Faces that a vendor keeps and that were made there for us. Not bound to the face's row: that one goes at once when a
 * face is erased, this one when the vendor has done the same.
 */
const STATEMENTS = [
  sql`CREATE TABLE vendor_faces (
    face_id text PRIMARY KEY,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    owner text,
    reference text NOT NULL,
    status text NOT NULL CHECK (status IN ('kept', 'erasing')),
    next_look_on timestamptz,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    CHECK ((status = 'erasing') = (next_look_on IS NOT NULL)),
    FOREIGN KEY (tenant_id, applicant_id) REFERENCES applicants (tenant_id, id),
    FOREIGN KEY (tenant_id, user_journey_id) REFERENCES user_journeys (tenant_id, id)
  )`,
  sql`CREATE INDEX vendor_faces_due ON vendor_faces (next_look_on) WHERE next_look_on IS NOT NULL`,
  sql`CREATE INDEX vendor_faces_erasing ON vendor_faces (tenant_id, applicant_id) WHERE status = 'erasing'`,
]

export const vendorFaces: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
