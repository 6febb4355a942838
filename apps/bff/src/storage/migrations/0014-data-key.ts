import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** One row for the whole database: the key that seals everything, itself sealed by the operator's master key. */
export const dataKey: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE data_keys (
      id integer PRIMARY KEY CHECK (id = 1),
      wrapped bytea NOT NULL,
      created_on timestamptz NOT NULL
    )`.execute(db)
  },
}
