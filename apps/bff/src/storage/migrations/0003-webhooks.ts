import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** `turn` counts every attempt and every redelivery; a job names the turn it is for, so an overtaken one is void. */
const STATEMENTS = [
  sql`CREATE TABLE events (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    type text NOT NULL,
    payload jsonb NOT NULL,
    created_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    UNIQUE (tenant_id, id)
  )`,
  sql`CREATE INDEX events_tenant ON events (tenant_id, position)`,
  sql`CREATE INDEX events_created_on ON events (created_on)`,
  sql`CREATE TABLE webhook_endpoints (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    url text NOT NULL,
    event_types text[],
    description text,
    is_active boolean NOT NULL,
    secret_sealed bytea NOT NULL,
    authorization_sealed bytea,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    UNIQUE (tenant_id, id)
  )`,
  sql`CREATE INDEX webhook_endpoints_tenant ON webhook_endpoints (tenant_id, position)`,
  sql`CREATE TABLE webhook_deliveries (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    endpoint_id text NOT NULL,
    event_id text NOT NULL,
    status text NOT NULL CHECK (status IN ('pending', 'delivered', 'failed')),
    turn integer NOT NULL CHECK (turn >= 0),
    failures integer NOT NULL CHECK (failures >= 0),
    next_attempt_on timestamptz,
    claimed_until timestamptz,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    UNIQUE (tenant_id, id),
    UNIQUE (endpoint_id, event_id),
    CHECK ((status = 'pending') = (next_attempt_on IS NOT NULL)),
    FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, event_id) REFERENCES events (tenant_id, id) ON DELETE CASCADE
  )`,
  sql`CREATE INDEX webhook_deliveries_endpoint ON webhook_deliveries (tenant_id, endpoint_id, position)`,
  sql`CREATE INDEX webhook_deliveries_event ON webhook_deliveries (tenant_id, event_id)`,
  sql`CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (next_attempt_on) WHERE status = 'pending'`,
  sql`CREATE TABLE webhook_attempts (
    tenant_id text NOT NULL,
    delivery_id text NOT NULL,
    started_on timestamptz NOT NULL,
    duration_ms integer NOT NULL,
    response_status integer,
    error text,
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries (tenant_id, id) ON DELETE CASCADE
  )`,
  sql`CREATE INDEX webhook_attempts_delivery ON webhook_attempts (tenant_id, delivery_id, position)`,
  sql`CREATE INDEX attempts_due ON attempts (expires_on)
    WHERE status IN ('pending_redirection', 'capture_in_progress')`,
  sql`CREATE INDEX assets_age ON assets (created_on)`,
]

export const webhooks: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
