import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The test side of a partner is a tenant of its own; its id says so, to everything that has a row of it. */
export const testTenants: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE tenants
      ADD COLUMN test_of text UNIQUE REFERENCES tenants (id),
      ADD CONSTRAINT tenants_test_id CHECK ((test_of IS NOT NULL) = starts_with(id, 'tnt_test_'))`.execute(db)
  },
}
