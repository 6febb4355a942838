import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Of everything that was made before pipelines had ids: there was one. */
export const EARLIER_PIPELINE = 'upright-box-150'

/** Only templates and features that the same model made behind the same pipeline are compared. */
const STATEMENTS = [
  sql`ALTER TABLE face_templates ADD COLUMN pipeline_id text NOT NULL DEFAULT ${sql.lit(EARLIER_PIPELINE)}`,
  sql`ALTER TABLE face_templates
    DROP CONSTRAINT face_templates_pkey, ADD PRIMARY KEY (face_id, model_id, pipeline_id)`,
]

export const recognitionPipelines: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
