import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { tenantsRepo } from '../apps/bff/src/features/access/tenants-repo.ts'
import { type FaceIndexRepo, faceIndexRepo } from '../apps/bff/src/features/search/face-index-repo.ts'
import { prepareFaceIndex } from '../apps/bff/src/features/search/prepare-face-index.ts'
import { migrate } from '../apps/bff/src/storage/migrate.ts'
import { openPglite } from '../apps/bff/src/storage/pglite.ts'
import { tablesOf } from '../apps/bff/src/storage/tables.ts'
import { templateAt } from './synthetic-faces.ts'

export const TENANT = 'tnt_bench'
const MODEL = 'synthetic/128'
/** Rows a statement. */
const BATCH = 500
/** The graph of 100 000 faces is built in memory. */
const BUILD_MEMORY = '512MB'

export interface FilledFaceIndex {
  faceIndex: FaceIndexRepo
  galleryId: number
  /** Runs in a transaction of its own, as the service does. */
  insert(id: string, features: Float32Array): Promise<void>
  buildSeconds: number
  /** Of the HNSW graph, and of the table under it, in bytes. */
  indexBytes: number
  tableBytes: number
  close(): Promise<void>
}

/**
 * The product's own tables on PGlite in a folder that goes away. They are filled in bulk and the graph is built over
 * them, which is how a restored backup gets it; entry ids are the numbers of the templates.
 */
export const openFilledFaceIndex = async (templates: Float32Array): Promise<FilledFaceIndex> => {
  const home = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'))
  const { db, close } = await openPglite(home)
  await migrate(db)
  await prepareFaceIndex(db)
  await tenantsRepo(tablesOf(db)).insert({ id: TENANT, name: 'Bench' })
  const galleryId = await db
    .transaction()
    .execute((trx) => faceIndexRepo(tablesOf(trx)).lockGallery(TENANT, MODEL))

  const name = `face_index_features_${galleryId}`
  const partition = sql.table(name)
  await sql`ALTER TABLE face_index_features DETACH PARTITION ${partition}`.execute(db)
  await sql`DROP INDEX ${sql.id(`${name}_features_idx`)}`.execute(db)
  const count = templates.length / 128
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start)
    const texts = Array.from({ length: size }, (_, at) => `[${templateAt(templates, start + at).join(',')}]`)
    await sql`
      INSERT INTO ${partition} (tenant_id, gallery_id, entry_id, features)
      SELECT ${TENANT}, ${galleryId}, (${start} + position - 1)::text, value::vector
      FROM unnest(${texts}::text[]) WITH ORDINALITY AS given (value, position)`.execute(db)
  }
  await sql`SELECT set_config('maintenance_work_mem', ${BUILD_MEMORY}, false)`.execute(db)
  const started = performance.now()
  await sql`CREATE INDEX ${sql.id(`${name}_features_idx`)} ON ${partition}
    USING hnsw (features vector_l2_ops) WITH (m = 16, ef_construction = 64)`.execute(db)
  const buildSeconds = (performance.now() - started) / 1000
  await sql`ALTER TABLE face_index_features ATTACH PARTITION ${partition} FOR VALUES IN (${sql.lit(galleryId)})`.execute(
    db,
  )
  const { rows } = await sql<{ indexBytes: number; tableBytes: number }>`
    SELECT pg_relation_size(${`${name}_features_idx`}) AS index_bytes, pg_relation_size(${name}) AS table_bytes`.execute(
    db,
  )
  const { indexBytes, tableBytes } = rows[0] ?? { indexBytes: 0, tableBytes: 0 }

  return {
    faceIndex: faceIndexRepo(tablesOf(db)),
    galleryId,
    insert: (id, features) =>
      db
        .transaction()
        .execute((trx) =>
          faceIndexRepo(tablesOf(trx)).insert(
            { id, tenantId: TENANT, galleryId, applicantId: null, reference: null, createdOn: new Date() },
            features,
          ),
        ),
    buildSeconds,
    indexBytes,
    tableBytes,
    close: async () => {
      await close()
      await rm(home, { recursive: true, force: true })
    },
  }
}
