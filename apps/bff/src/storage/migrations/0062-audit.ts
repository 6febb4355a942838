import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * One chain a tenant, as decisions have. The trigger is for mistakes: whoever may change tables can take it away, and
 * then only the chain tells.
 */
const STATEMENTS = [
  sql`CREATE TABLE audit_chains (
    tenant_id text PRIMARY KEY REFERENCES tenants (id),
    length bigint NOT NULL CHECK (length >= 0),
    hash bytea NOT NULL,
    started_on timestamptz NOT NULL
  )`,
  sql`CREATE TABLE audit_events (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    number bigint NOT NULL CHECK (number > 0),
    actor_type text NOT NULL,
    actor_id text,
    action text NOT NULL,
    subject_id text,
    client_address text,
    request_id text,
    created_on timestamptz NOT NULL,
    hash bytea NOT NULL,
    UNIQUE (tenant_id, number)
  )`,
  sql`CREATE INDEX audit_events_created ON audit_events (tenant_id, created_on, id)`,
  sql`CREATE INDEX audit_events_action ON audit_events (tenant_id, action, created_on, id)`,
  sql`CREATE INDEX audit_events_actor ON audit_events (tenant_id, actor_id, created_on, id)`,
  sql`CREATE INDEX audit_events_subject ON audit_events (tenant_id, subject_id, created_on, id)`,
  sql`CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% takes new rows only', TG_TABLE_NAME;
    END
  $$`,
  sql`CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
]

export const audit: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
