import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { expect, it } from 'vitest'
import { mainJob } from './0001-main-job.ts'
import { facesAndErasure } from './0004-faces-and-erasure.ts'
import { faceTemplates } from './0019-face-templates.ts'
import { EARLIER_PIPELINE, recognitionPipelines } from './0051-recognition-pipelines.ts'

it('says of the templates there are which pipeline made them, and keeps those of others beside them', async () => {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  await mainJob.up(db)
  await facesAndErasure.up(db)
  await faceTemplates.up(db)
  await sql`INSERT INTO tenants (id, name) VALUES ('tnt_1', 'Acme')`.execute(db)
  await sql`INSERT INTO applicants (id, tenant_id, created_on, modified_on)
    VALUES ('aplt_1', 'tnt_1', now(), now())`.execute(db)
  await sql`INSERT INTO faces (id, tenant_id, applicant_id, status, provider, source, created_on, modified_on)
    VALUES ('face_1', 'tnt_1', 'aplt_1', 'ACTIVE', 'embedded', 'upload', now(), now())`.execute(db)
  await sql`INSERT INTO face_templates (face_id, model_id, sealed) VALUES ('face_1', 'model/1', '\\x00ff')`.execute(
    db,
  )
  await recognitionPipelines.up(db)

  const templates = sql`SELECT face_id, model_id, pipeline_id FROM face_templates ORDER BY pipeline_id`
  const earlier = { face_id: 'face_1', model_id: 'model/1', pipeline_id: EARLIER_PIPELINE }
  expect((await templates.execute(db)).rows).toEqual([earlier])
  const insert = (pipeline: string | null) =>
    sql`INSERT INTO face_templates (face_id, model_id, pipeline_id, sealed)
      VALUES ('face_1', 'model/1', ${pipeline}, '\\x01')`.execute(db)
  await expect(insert(null)).rejects.toThrow()
  await expect(insert(EARLIER_PIPELINE)).rejects.toThrow()
  await insert('another')
  expect((await templates.execute(db)).rows).toHaveLength(2)
  await db.destroy()
})
