import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * By what a copy of a picture is known: a keyed hash of its bytes, and a sealed print with keyed hashes of its parts, by
 * which it is found. All of it goes with the picture, which is bound to an applicant as well. Checks write down what they
 * found.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`ALTER TABLE assets
    ADD COLUMN bytes_hash bytea CHECK (octet_length(bytes_hash) = 32),
    ADD COLUMN print_bands text[],
    ADD COLUMN print_sealed bytea,
    ADD COLUMN applicant_id text`,
  sql`CREATE INDEX assets_bytes_hash ON assets (tenant_id, bytes_hash) WHERE bytes_hash IS NOT NULL`,
  sql`CREATE INDEX assets_print_bands ON assets USING gin (print_bands)`,
  sql`ALTER TABLE attempts ADD COLUMN check_results jsonb NOT NULL DEFAULT '{}'`,
  sql`ALTER TABLE face_enrollments ADD COLUMN check_results jsonb NOT NULL DEFAULT '{}'`,
  sql`ALTER TABLE user_journeys
    ADD COLUMN replay_check text NOT NULL DEFAULT 'refuse' CHECK (replay_check IN ('refuse', 'off'))`,
]

export const replays: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
