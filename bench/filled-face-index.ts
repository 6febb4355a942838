import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { tenantsRepo } from '../apps/bff/src/features/access/tenants-repo.ts'
import { type FaceIndexRepo, faceIndexRepo } from '../apps/bff/src/features/search/face-index-repo.ts'
import { partitionOf } from '../apps/bff/src/features/search/features-tables.ts'
import { prepareFaceIndex } from '../apps/bff/src/features/search/prepare-face-index.ts'
import { migrate } from '../apps/bff/src/storage/migrate.ts'
import { type OpenDatabase, openPglite } from '../apps/bff/src/storage/pglite.ts'
import { openPostgres } from '../apps/bff/src/storage/postgres.ts'
import { type Handle, tablesOf } from '../apps/bff/src/storage/tables.ts'
import { type SyntheticFaces, templateAt } from './synthetic-faces.ts'

export const TENANT = 'tnt_bench'
/** Rows a statement. */
const BATCH = 500
/** The graph is built in memory: of a million faces on a server, of 100 000 inside this process. */
const BUILD_MEMORY = { postgres: '3GB', pglite: '512MB' }
/** Of the graph that is tried beside the product's; `prepare-face-index.ts` has the product's own. */
const EF_SEARCH = 230

interface FilledFaceIndexOptions {
  /** A PostgreSQL with pgvector whose database may be filled; otherwise PGlite in a folder that goes away. */
  databaseUrl: string | undefined
}

export interface FilledFaceIndex {
  faceIndex: FaceIndexRepo
  galleryId: number
  /** Runs in a transaction of its own, as the service does. */
  insert(id: string, features: Float32Array): Promise<void>
  /** Builds a graph of half precision over the same features and searches it from then on. */
  buildHalfPrecision(): Promise<{ buildSeconds: number; indexBytes: number }>
  findNearestHalf(features: Float32Array): Promise<string | undefined>
  fillSeconds: number
  buildSeconds: number
  /** Of the HNSW graph, and of the table under it, in bytes. */
  indexBytes: number
  tableBytes: number
  close(): Promise<void>
}

/**
 * The product's own tables. They are filled in bulk and the graph is built over them, which is how a restored backup
 * gets it; then the database is opened anew, as a server does whose page cache is chosen by what is there. Entry ids are
 * the numbers of the templates.
 */
export const openFilledFaceIndex = async (
  faces: SyntheticFaces,
  { databaseUrl }: FilledFaceIndexOptions,
): Promise<FilledFaceIndex> => {
  const home = await mkdtemp(path.join(tmpdir(), 'visavis-bench-'))
  const open = async (): Promise<OpenDatabase> => (databaseUrl ? openPostgres(databaseUrl) : openPglite(home))
  const filling = await open()
  const filled = await fill(filling.db, faces, databaseUrl ? BUILD_MEMORY.postgres : BUILD_MEMORY.pglite)
  await filling.close()

  const { db, close } = await open()
  const { galleryId } = filled
  const name = `face_index_features_${galleryId}`
  return {
    ...filled,
    faceIndex: faceIndexRepo(tablesOf(db)),
    insert: (id, features) =>
      db
        .transaction()
        .execute((trx) =>
          faceIndexRepo(tablesOf(trx)).insert(
            { id, tenantId: TENANT, galleryId, applicantId: null, reference: null, createdOn: new Date() },
            features,
          ),
        ),
    buildHalfPrecision: async () => {
      const index = `${name}_half`
      const memory = databaseUrl ? BUILD_MEMORY.postgres : BUILD_MEMORY.pglite
      const buildSeconds = await build(
        db,
        memory,
        sql`CREATE INDEX ${sql.id(index)} ON ${partitionOf(galleryId)}
          USING hnsw ((features::halfvec(${sql.lit(faces.dimensions)})) halfvec_l2_ops) WITH (m = 16, ef_construction = 64)`,
      )
      await createHalfSearch(name, faces.dimensions).execute(db)
      return { buildSeconds, indexBytes: await sizeOf(db, index) }
    },
    findNearestHalf: async (features) => {
      const { rows } = await sql<{ entryId: string }>`
        SELECT entry_id FROM nearest_half(${`[${features.join(',')}]`}::vector)`.execute(db)
      return rows[0]?.entryId
    },
    close: async () => {
      await close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

const fill = async (db: Handle, faces: SyntheticFaces, memory: string) => {
  await migrate(db)
  const support = await prepareFaceIndex(db)
  if (support !== 'available') throw new Error(`no index can be made here: ${support}`)
  await tenantsRepo(tablesOf(db)).insert({ id: TENANT, name: 'Bench' })
  const { dimensions } = faces
  const kind = { modelId: `synthetic/${dimensions}`, pipelineId: 'synthetic', dimensions }
  const { id: galleryId } = await db
    .transaction()
    .execute((trx) => faceIndexRepo(tablesOf(trx)).lockGallery(TENANT, kind))
  const name = `face_index_features_${galleryId}`
  const index = `${name}_features_idx`
  const partition = partitionOf(galleryId)
  const { rows: parents } = await sql<{ parent: string }>`
    SELECT inhparent::regclass::text AS parent FROM pg_inherits WHERE inhrelid = ${name}::regclass`.execute(
    db,
  )
  const parent = sql.table(parents[0]?.parent ?? '')
  await sql`ALTER TABLE ${parent} DETACH PARTITION ${partition}`.execute(db)
  await sql`DROP INDEX ${sql.id(index)}`.execute(db)

  const filledFrom = performance.now()
  const count = faces.templates.length / dimensions
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start)
    const texts = Array.from({ length: size }, (_, at) => `[${templateAt(faces, start + at).join(',')}]`)
    await sql`
      INSERT INTO ${partition} (tenant_id, gallery_id, entry_id, features)
      SELECT ${TENANT}, ${galleryId}, (${start} + position - 1)::text, value::vector
      FROM unnest(${texts}::text[]) WITH ORDINALITY AS given (value, position)`.execute(db)
  }
  const fillSeconds = (performance.now() - filledFrom) / 1000
  const buildSeconds = await build(
    db,
    memory,
    sql`CREATE INDEX ${sql.id(index)} ON ${partition}
      USING hnsw (features vector_l2_ops) WITH (m = 16, ef_construction = 64)`,
  )
  await sql`ALTER TABLE ${parent} ATTACH PARTITION ${partition} FOR VALUES IN (${sql.lit(galleryId)})`.execute(
    db,
  )
  const [indexBytes, tableBytes] = [await sizeOf(db, index), await sizeOf(db, name)]
  return { galleryId, fillSeconds, buildSeconds, indexBytes, tableBytes }
}

/** On one connection: the memory is a setting of it. @returns seconds */
const build = (db: Handle, memory: string, statement: RawBuilder<unknown>): Promise<number> =>
  db.connection().execute(async (connection) => {
    await sql`SELECT set_config('maintenance_work_mem', ${memory}, false)`.execute(connection)
    const started = performance.now()
    await statement.execute(connection)
    return (performance.now() - started) / 1000
  })

const sizeOf = async (db: Handle, relation: string): Promise<number> => {
  const { rows } = await sql<{ bytes: number }>`SELECT pg_relation_size(${relation}) AS bytes`.execute(db)
  return Number(rows[0]?.bytes ?? 0)
}

/** As the product's own search, over the other graph; the distance is the exact one all the same. */
const createHalfSearch = (name: string, dimensions: number) => {
  const type = sql.raw(`halfvec(${dimensions})`)
  return sql`CREATE OR REPLACE FUNCTION nearest_half(probe vector) RETURNS TABLE (entry_id text, distance double precision)
    LANGUAGE plpgsql STABLE SET hnsw.ef_search = ${sql.lit(EF_SEARCH)} SET hnsw.iterative_scan = 'strict_order'
    AS $$
    BEGIN
      RETURN QUERY EXECUTE
        'SELECT entry_id, features <-> $1 FROM ${sql.raw(name)}
          ORDER BY features::${type} <-> $1::${type} LIMIT 1' USING probe;
    END
    $$`
}
