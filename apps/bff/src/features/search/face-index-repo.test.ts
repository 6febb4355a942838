import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase } from '../../composition/create-database.ts'
import { migrate } from '../../storage/migrate.ts'
import { openPglite } from '../../storage/pglite.ts'
import { tablesOf } from '../../storage/tables.ts'
import { copyBlankCluster } from '../../storage/testing/pglite-template.ts'
import { startPgvector } from '../../storage/testing/start-pgvector.ts'
import { tenantsRepo } from '../access/tenants-repo.ts'
import { describeFaceIndex } from './describe-face-index.ts'
import { faceIndexRepo } from './face-index-repo.ts'
import { prepareFaceIndex } from './prepare-face-index.ts'

const MODEL = { modelId: 'model/1', pipelineId: 'pipeline/1', dimensions: 128 }

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-index-'))
})
afterAll(() => rm(home, { recursive: true }))

const createBlank = async (name: string): Promise<string> => {
  await copyBlankCluster(join(home, name))
  return join(home, name)
}

/** A database folder as `openPglite` makes it, without a table. */
const openBlank = async (name: string) => {
  await copyBlankCluster(join(home, name, 'cluster'))
  return openPglite(join(home, name))
}

describeFaceIndex('the pg driver', async () => {
  const server = await startPgvector({ dataDir: await createBlank('driver') })
  const database = await createDatabase({ kind: 'postgres', url: server.url })
  const dispose = async () => {
    await database.close()
    await server.stop()
  }
  return { database, dispose }
})

it('is picked up when the extension is there at a later start', async () => {
  const dataDir = await createBlank('later')
  const tenant = { id: 'tnt_1', name: 'there before' }

  const before = await startPgvector({ dataDir, isWithoutExtension: true })
  const without = await createDatabase({ kind: 'postgres', url: before.url })
  expect(without.faceIndexSupport).toBe('extension_missing')
  await without.tenants.insert(tenant)
  expect(await without.faceIndex.listByApplicant(tenant.id, 'aplt_1')).toEqual([])
  await without.close()
  await before.stop()

  const after = await startPgvector({ dataDir })
  const database = await createDatabase({ kind: 'postgres', url: after.url })
  expect(database.faceIndexSupport).toBe('available')
  expect(await database.tenants.first()).toEqual(tenant)
  await database.transaction(({ faceIndex }) => faceIndex.lockGallery(tenant.id, MODEL))
  expect(await database.faceIndex.findGallery(tenant.id, MODEL)).toMatchObject({ size: 0 })
  await database.close()
  await after.stop()
}, 120_000)

it('says what stands in the way, and finds what was made before once that is gone', async () => {
  const { db, close } = await openBlank('refused')
  await migrate(db)
  await sql`CREATE ROLE weak`.execute(db)
  await sql`SET ROLE weak`.execute(db)
  expect(await prepareFaceIndex(db)).toBe('extension_refused')
  await sql`RESET ROLE`.execute(db)
  expect(await prepareFaceIndex(db)).toBe('available')
  const setVersion = (version: string) =>
    sql`UPDATE pg_extension SET extversion = ${version} WHERE extname = 'vector'`.execute(db)
  await setVersion('0.7.4')
  expect(await prepareFaceIndex(db)).toBe('extension_too_old')
  for (const version of ['0.8.0', '0.10.0', '1.0']) {
    await setVersion(version)
    expect(await prepareFaceIndex(db), version).toBe('available')
  }
  await close()
})

it('walks the graph instead of reading every face, though nobody ever analysed the table', async () => {
  const { db, close } = await openBlank('graph')
  await migrate(db)
  await prepareFaceIndex(db)
  const tenantId = 'tnt_1'
  await tenantsRepo(tablesOf(db)).insert({ id: tenantId, name: 'many' })
  const { id: galleryId } = await db
    .transaction()
    .execute((trx) => faceIndexRepo(tablesOf(trx)).lockGallery(tenantId, MODEL))
  await sql`
    INSERT INTO face_index_features (tenant_id, gallery_id, entry_id, features)
    SELECT ${tenantId}, ${galleryId}, person::text,
      (SELECT array_agg(sin(person * place)) FROM generate_series(1, 128) AS place)::vector
    FROM generate_series(1, 2000) AS person`.execute(db)
  const probe = Float32Array.from({ length: 128 }, (_, index) => Math.sin(7 * (index + 1)) + 0.001)
  expect(await faceIndexRepo(tablesOf(db)).findNearest(tenantId, galleryId, probe)).toMatchObject({
    entryId: '7',
  })
  await sql`SELECT pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ idxScan: number }>`
    SELECT idx_scan FROM pg_stat_user_indexes
    WHERE indexrelname = ${`face_index_features_${galleryId}_features_idx`}`.execute(db)
  expect(rows).toEqual([{ idxScan: 1 }])
  await close()
}, 120_000)
