import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** By which address somebody is invited, and which account of the operator's sign-in provider is theirs. */
const STATEMENTS = [
  sql`ALTER TABLE console_users ADD COLUMN email text`,
  sql`ALTER TABLE console_invites ADD COLUMN email text`,
  sql`CREATE INDEX console_users_email ON console_users (email) WHERE email IS NOT NULL`,
  sql`CREATE INDEX console_invites_email ON console_invites (email) WHERE email IS NOT NULL`,
  sql`CREATE TABLE console_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id text NOT NULL UNIQUE REFERENCES console_users (id) ON DELETE CASCADE,
    created_on timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
  )`,
]

export const singleSignOn: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
