import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Lists are read in the order of `created_on` and `id`, from behind a cursor. Two of these take the place of indexes that
 * began the same, which go last: dropping one keeps readers out until the transaction ends, making one does not. Response
 * codes are several to a row: rare ones are found by theirs, common ones by going through the newest rows. `fastupdate`
 * would have each search go through what was not sorted in yet, and now and then one update sort all of it in.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`CREATE INDEX applicants_created ON applicants (tenant_id, created_on, id)`,
  sql`CREATE INDEX applicants_external ON applicants (tenant_id, external_applicant_id, created_on, id)
    WHERE external_applicant_id IS NOT NULL`,
  sql`CREATE INDEX face_authentications_created ON face_authentications (tenant_id, created_on, id)`,
  sql`CREATE INDEX face_authentications_status ON face_authentications (tenant_id, status, created_on, id)`,
  sql`CREATE INDEX face_authentications_codes ON face_authentications USING gin (response_codes)
    WITH (fastupdate = off)`,
  sql`CREATE INDEX face_authentications_applicant_created
    ON face_authentications (tenant_id, applicant_id, created_on, id)`,
  sql`CREATE INDEX face_authentications_user_journey_created
    ON face_authentications (tenant_id, user_journey_id, created_on, id)`,
  sql`DROP INDEX face_authentications_applicant`,
  sql`DROP INDEX face_authentications_user_journey`,
]

export const lists: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
