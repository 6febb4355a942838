import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What waits for an endpoint whose pause ends, of many that went there before. */
export const dueByEndpoint: Migration = {
  up: async (db) => {
    await sql`CREATE INDEX webhook_deliveries_due ON webhook_deliveries (endpoint_id, next_attempt_on)
      WHERE status = 'pending'`.execute(db)
  },
}
