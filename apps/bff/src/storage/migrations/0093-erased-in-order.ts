import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** An erasure goes on behind the row where its last step ended, which the applicant's list is sorted for. */
export const erasedInOrder: Migration = {
  up: async (db) => {
    await sql`DROP INDEX face_authentications_unerased`.execute(db)
  },
}
