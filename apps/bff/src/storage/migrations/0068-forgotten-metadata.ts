import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * When what attempts and enrolment links say beside the decision was taken out; `NULL`: not yet, or the journey keeps it.
 * Whoever looks for what is still to be forgotten goes by the two indexes, which hold nothing else.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`ALTER TABLE face_authentications ADD COLUMN metadata_forgotten_on timestamptz`,
  sql`CREATE INDEX face_authentications_unforgotten
    ON face_authentications (tenant_id, user_journey_id, created_on, id) WHERE metadata_forgotten_on IS NULL`,
  sql`ALTER TABLE face_enrollments ADD COLUMN metadata_forgotten_on timestamptz`,
  sql`CREATE INDEX face_enrollments_unforgotten ON face_enrollments (tenant_id, user_journey_id, modified_on)
    WHERE metadata_forgotten_on IS NULL AND user_journey_id IS NOT NULL`,
]

export const forgottenMetadata: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
