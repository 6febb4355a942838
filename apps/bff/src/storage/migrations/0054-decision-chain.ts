import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * One chain a tenant: each decision's hash covers the one before. `decision_chains` holds where each ends, so that a
 * row that is cut off at the end is missed too. Tenants that are there already get their beginning: what was decided
 * before has no hash.
 */
const STATEMENTS = [
  sql`CREATE TABLE decision_chains (
    tenant_id text PRIMARY KEY REFERENCES tenants (id),
    length bigint NOT NULL CHECK (length >= 0),
    hash bytea NOT NULL,
    started_on timestamptz NOT NULL
  )`,
  sql`INSERT INTO decision_chains (tenant_id, length, hash, started_on) SELECT id, 0, '', now() FROM tenants`,
  sql`CREATE TABLE decisions (
    tenant_id text NOT NULL REFERENCES tenants (id),
    number bigint NOT NULL CHECK (number > 0),
    face_authentication_id text NOT NULL,
    attempt_id text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('approved', 'declined')),
    picture_salt bytea,
    picture_hash bytea,
    model_id text NOT NULL,
    match_level integer,
    liveness text NOT NULL,
    decided_on timestamptz NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (tenant_id, number)
  )`,
  sql`CREATE INDEX decisions_authentication ON decisions (tenant_id, face_authentication_id)`,
]

export const decisionChain: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
