import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSealer } from '../crypto/sealer.ts'
import { assetNamed } from '../testing/asset-named.ts'
import { fakePicture, MARKER } from '../testing/pictures.ts'
import { readAllFiles } from '../testing/read-all-files.ts'
import { createAssetStore } from './asset-store.ts'
import { describeAssetStore } from './describe-asset-store.ts'
import type { AssetStore } from './types.ts'

describeAssetStore('files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-assets-'))
  await mkdir(folder, { recursive: true })
  const sealer = createSealer(randomBytes(32))
  return {
    assets: createAssetStore({ dataDir: folder, sealer }),
    sealer,
    raw: {
      read: (name) => readFile(join(folder, name)),
      write: (name, bytes) => writeFile(join(folder, name), bytes),
    },
    dispose: () => rm(folder, { recursive: true }),
  }
})

let home: string
let dataDir: string
let assets: AssetStore

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-assets-'))
  dataDir = join(home, 'assets')
  assets = createAssetStore({ dataDir, sealer: createSealer(randomBytes(32)) })
})
afterEach(async () => {
  await assets.close()
  await rm(home, { recursive: true })
})

it('writes nothing in the clear and nothing that others may read', async () => {
  const id = newId('asset')
  await assets.put(assetNamed(id), fakePicture(100_000))
  const files = await readAllFiles(home)
  expect(files.map(({ path }) => path)).toEqual([join(dataDir, id)])
  for (const { path, bytes } of files) {
    expect(bytes.includes(MARKER)).toBe(false)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  }
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
})

it.each([
  '',
  '.',
  '..',
  '../secret',
  '..:secret',
  '/etc/passwd',
  'asst_../../secret',
  `${newId('asset')}/../x`,
  `${newId('asset')}\0`,
  newId('face'),
  newId('asset').toUpperCase(),
])('takes %j for no id', async (id) => {
  await writeFile(join(home, 'secret'), 'stays')
  await expect(assets.put(assetNamed(id), fakePicture(10))).rejects.toThrow('not an asset id')
  await expect(assets.get(assetNamed(id))).rejects.toThrow('not an asset id')
  await expect(assets.delete(id)).rejects.toThrow('not an asset id')
  expect(await readFile(join(home, 'secret'), 'utf8')).toBe('stays')
})

it('never shows a half-written picture, but lists it for the sweep', async () => {
  const [whole, half] = [newId('asset'), newId('asset')]
  await assets.put(assetNamed(whole), fakePicture(1000))
  await writeFile(join(dataDir, `${half}.part`), 'as a crash leaves it')
  await writeFile(join(dataDir, 'README'), 'not ours')
  expect(await assets.get(assetNamed(half))).toBeUndefined()
  expect((await assets.list()).sort()).toEqual([whole, half].sort())
  await assets.delete(half)
  expect(await assets.list()).toEqual([whole])
  expect(await readFile(join(dataDir, 'README'), 'utf8')).toBe('not ours')
})

it('leaves nothing behind when it cannot write', async () => {
  const id = newId('asset')
  await writeFile(dataDir, 'a file where the folder should be')
  await expect(assets.put(assetNamed(id), fakePicture(1000))).rejects.toThrow()
  expect(await readAllFiles(home)).toHaveLength(1)
})
