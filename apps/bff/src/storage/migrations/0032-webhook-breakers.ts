import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Endpoints that failed lately; one that takes what it is sent has no row. */
export const webhookBreakers: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE webhook_breakers (
      endpoint_id text PRIMARY KEY REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
      failures integer NOT NULL CHECK (failures > 0),
      paused_until timestamptz
    )`.execute(db)
  },
}
