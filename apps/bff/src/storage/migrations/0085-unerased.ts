import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Each step of an erasure looks for what the steps before it left: not through all that they did. */
export const unerased: Migration = {
  up: async (db) => {
    await sql`CREATE INDEX face_authentications_unerased ON face_authentications (tenant_id, applicant_id, id)
      WHERE anonymized_on IS NULL`.execute(db)
  },
}
