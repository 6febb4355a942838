import { randomBytes } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@visavis/shared/ids'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakePicture, MARKER } from '../testing/pictures.ts'
import { readAllFiles } from '../testing/read-all-files.ts'
import { createAssetStore } from './asset-store.ts'
import { createSealer } from './sealer.ts'
import type { AssetStore } from './types.ts'

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

it('keeps pictures, and forgets them when told to', async () => {
  const ids = [newId('asset'), newId('asset')] as const
  expect(await assets.list()).toEqual([])
  expect(await assets.get(ids[0])).toBeUndefined()
  const pictures = [fakePicture(5 * 1024 * 1024), fakePicture(1000, 'png')] as const
  for (const index of [0, 1] as const) await assets.put(ids[index], pictures[index])
  for (const index of [0, 1] as const) {
    const kept = await assets.get(ids[index])
    expect(kept && Buffer.compare(kept, pictures[index])).toBe(0)
  }
  expect((await assets.list()).sort()).toEqual([...ids].sort())
  await assets.delete(ids[0])
  await assets.delete(ids[0])
  expect(await assets.get(ids[0])).toBeUndefined()
  expect(await assets.list()).toEqual([ids[1]])
})

it('puts the newer picture in the place of the older', async () => {
  const id = newId('asset')
  await assets.put(id, fakePicture(2000))
  await assets.put(id, fakePicture(1000))
  expect(await assets.get(id)).toEqual(fakePicture(1000))
})

it('writes nothing in the clear and nothing that others may read', async () => {
  const id = newId('asset')
  await assets.put(id, fakePicture(100_000))
  const files = await readAllFiles(home)
  expect(files.map(({ path }) => path)).toEqual([join(dataDir, id)])
  for (const { path, bytes } of files) {
    expect(bytes.includes(MARKER)).toBe(false)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  }
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
})

it('refuses an altered picture', async () => {
  const id = newId('asset')
  await assets.put(id, fakePicture(1000))
  const bytes = await readFile(join(dataDir, id))
  bytes[500] = (bytes[500] ?? 0) ^ 1
  await writeFile(join(dataDir, id), bytes)
  await expect(assets.get(id)).rejects.toThrow('altered')
})

it('refuses a picture that stands in for another', async () => {
  const ids = [newId('asset'), newId('asset')] as const
  for (const id of ids) await assets.put(id, fakePicture(1000))
  await copyFile(join(dataDir, ids[0]), join(dataDir, ids[1]))
  await expect(assets.get(ids[1])).rejects.toThrow('belongs elsewhere')
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
  await expect(assets.put(id, fakePicture(10))).rejects.toThrow('not an asset id')
  await expect(assets.get(id)).rejects.toThrow('not an asset id')
  await expect(assets.delete(id)).rejects.toThrow('not an asset id')
  expect(await readFile(join(home, 'secret'), 'utf8')).toBe('stays')
})

it('never shows a half-written picture, but lists it for the sweep', async () => {
  const [whole, half] = [newId('asset'), newId('asset')]
  await assets.put(whole, fakePicture(1000))
  await writeFile(join(dataDir, `${half}.part`), 'as a crash leaves it')
  await writeFile(join(dataDir, 'README'), 'not ours')
  expect(await assets.get(half)).toBeUndefined()
  expect((await assets.list()).sort()).toEqual([whole, half].sort())
  await assets.delete(half)
  expect(await assets.list()).toEqual([whole])
  expect(await readFile(join(dataDir, 'README'), 'utf8')).toBe('not ours')
})

it('leaves nothing behind when it cannot write', async () => {
  const id = newId('asset')
  await writeFile(dataDir, 'a file where the folder should be')
  await expect(assets.put(id, fakePicture(1000))).rejects.toThrow()
  expect(await readAllFiles(home)).toHaveLength(1)
})
