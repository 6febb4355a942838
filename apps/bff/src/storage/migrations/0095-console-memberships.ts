import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * A console user may work for several tenants, with a role in each: passkeys and accounts at the sign-in provider are theirs,
 * a session is in one tenant. It ends with the membership, since it hangs on that row.
 */
const STATEMENTS = [
  sql`CREATE TABLE console_memberships (
    user_id text NOT NULL REFERENCES console_users (id) ON DELETE CASCADE,
    tenant_id text NOT NULL REFERENCES tenants (id),
    role text NOT NULL,
    created_on timestamptz NOT NULL,
    last_sign_in_on timestamptz,
    PRIMARY KEY (user_id, tenant_id)
  )`,
  sql`INSERT INTO console_memberships
    SELECT id, tenant_id, role, created_on, last_sign_in_on FROM console_users`,
  sql`CREATE INDEX console_memberships_tenant ON console_memberships (tenant_id, created_on, user_id)`,
  sql`ALTER TABLE console_sessions ADD COLUMN tenant_id text`,
  sql`UPDATE console_sessions SET tenant_id = (
    SELECT tenant_id FROM console_users WHERE id = console_sessions.user_id
  )`,
  sql`ALTER TABLE console_sessions
    ALTER COLUMN tenant_id SET NOT NULL,
    ADD FOREIGN KEY (user_id, tenant_id) REFERENCES console_memberships (user_id, tenant_id) ON DELETE CASCADE`,
  sql`ALTER TABLE console_users DROP COLUMN tenant_id, DROP COLUMN role, DROP COLUMN last_sign_in_on`,
]

export const consoleMemberships: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
