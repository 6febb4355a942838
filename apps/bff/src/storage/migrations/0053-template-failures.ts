import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Faces of which a model can make no template: told once, and not tried again. */
const STATEMENTS = [
  sql`CREATE TABLE face_template_failures (
    face_id text NOT NULL REFERENCES faces (id) ON DELETE CASCADE,
    model_id text NOT NULL,
    pipeline_id text NOT NULL,
    reason text NOT NULL,
    created_on timestamptz NOT NULL,
    PRIMARY KEY (face_id, model_id, pipeline_id)
  )`,
]

export const templateFailures: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
