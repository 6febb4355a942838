import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { EARLIER_PIPELINE } from './0051-recognition-pipelines.ts'

/** Numbers in the features of the only model there was. */
const EARLIER_DIMENSIONS = 128

/**
 * A gallery is of one model and one pipeline, knows how many numbers those make, and how many faces it holds: counting
 * a million rows takes longer than searching them.
 */
const STATEMENTS = [
  sql`ALTER TABLE face_index_galleries
    ADD COLUMN pipeline_id text NOT NULL DEFAULT ${sql.lit(EARLIER_PIPELINE)},
    ADD COLUMN dimensions integer NOT NULL DEFAULT ${sql.lit(EARLIER_DIMENSIONS)},
    ADD COLUMN size integer NOT NULL DEFAULT 0`,
  sql`ALTER TABLE face_index_galleries
    ALTER COLUMN pipeline_id DROP DEFAULT, ALTER COLUMN dimensions DROP DEFAULT,
    DROP CONSTRAINT face_index_galleries_tenant_id_model_id_key,
    ADD UNIQUE (tenant_id, model_id, pipeline_id)`,
  sql`UPDATE face_index_galleries SET size = counted.size
    FROM (SELECT gallery_id, count(*) AS size FROM face_index_entries GROUP BY gallery_id) AS counted
    WHERE id = counted.gallery_id`,
  sql`CREATE INDEX face_index_entries_gallery ON face_index_entries (gallery_id, id)`,
]

export const indexARecognition: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
