import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { expect, it } from 'vitest'
import { mainJob } from './0001-main-job.ts'
import { facesAndErasure } from './0004-faces-and-erasure.ts'
import { faceTemplates } from './0019-face-templates.ts'

it('moves the templates there are into a table of their own', async () => {
  const db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: await PGlite.create() }) })
  await mainJob.up(db)
  await facesAndErasure.up(db)
  await sql`INSERT INTO tenants (id, name) VALUES ('tnt_1', 'Acme')`.execute(db)
  await sql`INSERT INTO applicants (id, tenant_id, created_on, modified_on)
    VALUES ('aplt_1', 'tnt_1', now(), now())`.execute(db)
  const insertFace = (id: string, model: string | null, template: string | null) =>
    sql`INSERT INTO faces (
        id, tenant_id, applicant_id, status, provider, source, template_model, template_sealed, created_on, modified_on
      ) VALUES (
        ${id}, 'tnt_1', 'aplt_1', 'ACTIVE', 'embedded', 'upload', ${model}, decode(${template}, 'hex'), now(), now()
      )`.execute(db)
  await insertFace('face_1', 'model/1', '00ff')
  await insertFace('face_2', null, null)
  await insertFace('face_3', 'model/2', '01')
  await faceTemplates.up(db)

  const { rows } = await sql`
    SELECT face_id, model_id, encode(sealed, 'hex') AS sealed FROM face_templates ORDER BY face_id`.execute(
    db,
  )
  expect(rows).toEqual([
    { face_id: 'face_1', model_id: 'model/1', sealed: '00ff' },
    { face_id: 'face_3', model_id: 'model/2', sealed: '01' },
  ])
  const faces = await sql<Record<string, unknown>>`SELECT * FROM faces ORDER BY position`.execute(db)
  expect(faces.rows.map(({ id }) => id)).toEqual(['face_1', 'face_2', 'face_3'])
  expect(Object.keys(faces.rows[0] ?? {}).filter((name) => name.startsWith('template'))).toEqual([])
  await db.destroy()
})
