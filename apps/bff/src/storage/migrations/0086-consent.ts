import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What people are told before they agree, and which words it was that they agreed to. */
export const consent: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE user_journeys ADD COLUMN consent_notice jsonb`.execute(db)
    for (const table of ['attempts', 'face_enrollments']) {
      await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN consent jsonb`.execute(db)
    }
  },
}
