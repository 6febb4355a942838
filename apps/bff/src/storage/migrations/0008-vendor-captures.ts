import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What a vendor takes part in. `status` says what is still to be done with a capture, `next_look_on` when; a row
 * without one waits for nothing. Settings of a vendor that a journey left are kept for what that vendor still holds.
 */
const STATEMENTS = [
  sql`ALTER TABLE attempts ADD UNIQUE (tenant_id, id)`,
  sql`CREATE TABLE vendor_captures (
    attempt_id text PRIMARY KEY,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    face_authentication_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    status text NOT NULL CHECK (status IN ('starting', 'open', 'media', 'over', 'erasing')),
    claimed_until timestamptz,
    vendor_session text,
    state_sealed bytea,
    step_sealed bytea,
    return_hash bytea CHECK (octet_length(return_hash) = 32),
    read_on timestamptz,
    next_look_on timestamptz,
    give_up_on timestamptz NOT NULL,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    CHECK ((status = 'starting') = (claimed_until IS NOT NULL)),
    CHECK (status = 'starting' OR
      (vendor_session IS NOT NULL AND state_sealed IS NOT NULL AND step_sealed IS NOT NULL)),
    CHECK ((status IN ('open', 'media', 'erasing')) = (next_look_on IS NOT NULL)),
    FOREIGN KEY (tenant_id, attempt_id) REFERENCES attempts (tenant_id, id),
    FOREIGN KEY (tenant_id, applicant_id) REFERENCES applicants (tenant_id, id),
    FOREIGN KEY (tenant_id, face_authentication_id) REFERENCES face_authentications (tenant_id, id),
    FOREIGN KEY (tenant_id, user_journey_id) REFERENCES user_journeys (tenant_id, id)
  )`,
  sql`CREATE INDEX vendor_captures_session ON vendor_captures (user_journey_id, vendor_session)`,
  sql`CREATE INDEX vendor_captures_due ON vendor_captures (next_look_on) WHERE next_look_on IS NOT NULL`,
  sql`CREATE INDEX vendor_captures_erasing ON vendor_captures (tenant_id) WHERE status = 'erasing'`,
  sql`CREATE TABLE retired_provider_settings (
    tenant_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    settings_sealed bytea,
    retired_on timestamptz NOT NULL,
    PRIMARY KEY (user_journey_id, provider),
    FOREIGN KEY (tenant_id, user_journey_id) REFERENCES user_journeys (tenant_id, id)
  )`,
]

export const vendorCaptures: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
