import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDatabase } from '../../composition/create-database.ts'
import { createAssetStore } from '../../storage/assets/asset-store.ts'
import { createUploadSpool } from '../../storage/assets/upload-spool.ts'
import { loadMasterKeys } from '../../storage/crypto/master-key.ts'
import { createSealer } from '../../storage/crypto/sealer.ts'
import { assetNamed } from '../../storage/testing/asset-named.ts'
import { openTestDatabase } from '../../storage/testing/open-database.ts'
import { copyPgliteTemplate } from '../../storage/testing/pglite-template.ts'
import { fakePicture, MARKER } from '../../storage/testing/pictures.ts'
import { readAllFiles } from '../../storage/testing/read-all-files.ts'
import { insertTenant, newAsset, withoutKey } from '../../storage/testing/rows.ts'
import { spawnChild } from '../../storage/testing/spawn-child.ts'
import { sweepUnfinishedAssets } from './sweep-unfinished-assets.ts'

const CHILD = new URL('../../storage/testing/upload-child.ts', import.meta.url)

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'visavis-sweep-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('takes what others left unfinished and what nobody knows, and nothing else', async () => {
  const { database, dispose } = await openTestDatabase()
  const assets = createAssetStore({ dataDir, sealer: createSealer(randomBytes(32)) })
  const { tenantId } = await insertTenant(database)
  const stored = newAsset(tenantId, { writer: 'gone', status: 'stored' })
  const mine = newAsset(tenantId, { writer: 'me' })
  const theirs = newAsset(tenantId, { writer: 'gone' })
  const announced = newAsset(tenantId, { writer: 'gone' })
  for (const asset of [stored, mine, theirs, announced]) await database.assets.insert(asset)
  for (const asset of [stored, mine, theirs]) await assets.put(withoutKey(asset), fakePicture(100))
  await assets.put(assetNamed(newId('asset')), fakePicture(100))

  for (const _ of ['once', 'again']) {
    await sweepUnfinishedAssets({ database, assets, writer: 'me' })
    expect((await assets.list()).sort()).toEqual([stored.id, mine.id].sort())
    expect(await database.assets.listUnfinished('somebody else')).toEqual([mine])
    expect(await database.assets.listByOwner(tenantId, stored.ownerId)).toEqual([withoutKey(stored)])
  }
  // A writer that lives after all finds out, and its transaction comes to nothing.
  await expect(database.assets.markStored(theirs.id)).rejects.toThrow()
  await dispose()
})

it('where others may keep theirs, takes nothing that was not announced here', async () => {
  const { database, dispose } = await openTestDatabase()
  const assets = createAssetStore({ dataDir, sealer: createSealer(randomBytes(32)) })
  const { tenantId } = await insertTenant(database)
  const unfinished = newAsset(tenantId, { writer: 'gone' })
  const strange = newId('asset')
  await database.assets.insert(unfinished)
  for (const asset of [withoutKey(unfinished), assetNamed(strange)]) await assets.put(asset, fakePicture(100))
  await sweepUnfinishedAssets({ database, assets, writer: 'me', isOwnStore: false })
  expect(await assets.list()).toEqual([strange])
  await dispose()
})

it('leaves only the finished picture of a process that was killed in the middle of an upload', async () => {
  await copyPgliteTemplate(join(dataDir, 'db'))
  const child = spawnChild(CHILD, dataDir)
  const [finishedId = '', ownerId = '', tenantId = ''] = (await child.nextLine()).split(' ')
  await child.kill()
  const left = await readAllFiles(join(dataDir, 'spool'))
  expect(left.some(({ bytes }) => bytes.byteLength >= 200_000)).toBe(true)
  expect((await readAllFiles(dataDir)).filter(({ bytes }) => bytes.includes(MARKER))).toEqual([])

  const database = await createDatabase({ kind: 'pglite', dataDir: join(dataDir, 'db') })
  const sealer = createSealer((await loadMasterKeys({ dataDir }))[0])
  const assets = createAssetStore({ dataDir: join(dataDir, 'assets'), sealer })
  const spool = await createUploadSpool({ dir: join(dataDir, 'spool'), memoryBytes: 0 })
  await sweepUnfinishedAssets({ database, assets, writer: 'the next one' })

  expect(await readdir(join(dataDir, 'assets'))).toEqual([finishedId])
  const finished = await database.assets.findStored(finishedId)
  expect(finished && (await assets.get(finished))).toEqual(fakePicture(200_000))
  expect(await database.assets.listUnfinished('')).toEqual([])
  expect(await database.assets.listByOwner(tenantId, ownerId)).toMatchObject([{ id: finishedId }])
  const spooled = await readAllFiles(join(dataDir, 'spool'))
  expect(spooled.filter(({ bytes }) => bytes.byteLength > 0)).toEqual([])
  await spool.close()
  expect(await readdir(join(dataDir, 'spool'))).toEqual(['clearing'])
  await database.close()
})
