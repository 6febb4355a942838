import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Browsers in which an applicant was let in, on journeys that ask whether it is a new one. */
export const applicantDevices: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE applicant_devices (
      tenant_id text NOT NULL REFERENCES tenants (id),
      applicant_id text NOT NULL,
      device_hash bytea NOT NULL,
      seen_on timestamptz NOT NULL,
      PRIMARY KEY (tenant_id, applicant_id, device_hash)
    )`.execute(db)
    await sql`CREATE INDEX applicant_devices_seen ON applicant_devices (seen_on)`.execute(db)
  },
}
