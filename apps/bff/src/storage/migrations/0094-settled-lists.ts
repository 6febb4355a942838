import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Where a status and a code, or a journey and a status, seldom come together, no index knew where they do: going through
 * one for the other took seconds among a million. There are few combinations, so that each is looked up
 * (`where-settled.ts`). These take the place of indexes that began the same; dropping comes last, since it keeps readers
 * out until the transaction ends.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`CREATE INDEX face_authentications_settled
    ON face_authentications (tenant_id, status, response_codes, created_on, id)`,
  sql`CREATE INDEX face_authentications_user_journey_settled
    ON face_authentications (tenant_id, user_journey_id, status, response_codes, created_on, id)`,
  sql`CREATE INDEX attempts_settled ON attempts (tenant_id, status, response_codes, created_on, id)`,
  sql`DROP INDEX face_authentications_status`,
  sql`DROP INDEX face_authentications_user_journey_created`,
  sql`DROP INDEX attempts_status`,
]

export const settledLists: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
