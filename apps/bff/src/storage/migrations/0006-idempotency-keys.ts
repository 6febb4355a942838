import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * `answer_sealed` is null while the request runs. `mentions` are the ids an answer names, so that erasing a person
 * finds the answers about them, which are unreadable here.
 */
const STATEMENTS = [
  sql`CREATE TABLE idempotency_keys (
    tenant_id text NOT NULL REFERENCES tenants (id),
    key_hash bytea NOT NULL CHECK (octet_length(key_hash) = 32),
    fingerprint bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
    owner text NOT NULL,
    leased_until timestamptz NOT NULL,
    answer_sealed bytea,
    mentions text[] NOT NULL,
    expires_on timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, key_hash)
  )`,
  sql`CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_on)`,
  sql`CREATE INDEX idempotency_keys_mentions ON idempotency_keys USING gin (mentions)`,
]

export const idempotencyKeys: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
