import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A face has a template of each model that looked at its picture, where it had room for one. */
const STATEMENTS = [
  sql`CREATE TABLE face_templates (
    face_id text NOT NULL REFERENCES faces (id) ON DELETE CASCADE,
    model_id text NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (face_id, model_id)
  )`,
  sql`INSERT INTO face_templates (face_id, model_id, sealed)
    SELECT id, template_model, template_sealed FROM faces WHERE template_model IS NOT NULL`,
  sql`ALTER TABLE faces DROP COLUMN template_model, DROP COLUMN template_sealed`,
]

export const faceTemplates: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}
