import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where pictures come from, and what a new face of somebody who has one has to match. */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`ALTER TABLE user_journeys
    ADD COLUMN enrolment_match text NOT NULL DEFAULT 'required'
      CHECK (enrolment_match IN ('required', 'review', 'off')),
    ADD COLUMN photo_upload text CHECK (photo_upload IN ('never', 'fallback', 'always'))`,
  sql`ALTER TABLE attempts ADD COLUMN source text CHECK (source IN ('camera', 'photo'))`,
  sql`ALTER TABLE face_enrollments ADD COLUMN source text CHECK (source IN ('camera', 'photo'))`,
  sql`ALTER TABLE assets ADD COLUMN source text CHECK (source IN ('camera', 'photo'))`,
]

export const pictureSources: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
