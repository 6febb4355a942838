import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What a journey asks of a living person, the turn of the head that a link asks for, and what a decision says of it.
 * One challenge a link: a new one takes the place of the one before. Its frames are an asset; they outlive it for a
 * minute at most, so nothing points from one table to the other. Decisions of before say nothing but `not_done`.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`ALTER TABLE user_journeys DROP CONSTRAINT user_journeys_liveness_policy_check`,
  sql`ALTER TABLE user_journeys ADD CONSTRAINT user_journeys_liveness_policy_check
    CHECK (liveness_policy IN ('none', 'passive', 'active', 'required'))`,
  sql`ALTER TABLE user_journeys ADD COLUMN liveness_step_up jsonb`,
  sql`ALTER TABLE assets DROP CONSTRAINT assets_type_check`,
  sql`ALTER TABLE assets ADD CONSTRAINT assets_type_check CHECK (type IN ('face_image', 'turn_frames'))`,
  sql`ALTER TABLE decisions
    ADD COLUMN liveness_method text,
    ADD COLUMN liveness_model_id text,
    ADD COLUMN liveness_band text`,
  sql`CREATE TABLE liveness_challenges (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    applicant_id text NOT NULL,
    attempt_id text UNIQUE,
    face_enrollment_id text UNIQUE,
    state text NOT NULL CHECK (state IN ('asked', 'dealt', 'done', 'over')),
    is_required boolean NOT NULL,
    begun smallint NOT NULL,
    token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
    step smallint NOT NULL,
    side text NOT NULL CHECK (side IN ('left', 'right')),
    after_ms integer NOT NULL,
    issued_on timestamptz NOT NULL,
    expires_on timestamptz NOT NULL,
    is_extended boolean NOT NULL,
    turns jsonb NOT NULL,
    CHECK ((attempt_id IS NULL) <> (face_enrollment_id IS NULL))
  )`,
  sql`CREATE INDEX liveness_challenges_expires ON liveness_challenges (expires_on)`,
  sql`CREATE INDEX liveness_challenges_applicant ON liveness_challenges (tenant_id, applicant_id)`,
]

export const liveness: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
