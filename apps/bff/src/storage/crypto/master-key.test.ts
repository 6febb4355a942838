import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { spawnChild } from '../testing/spawn-child.ts'
import { loadMasterKeys, type MasterKeys, saveMasterKeys } from './master-key.ts'

const loadMasterKey = async (options: Parameters<typeof loadMasterKeys>[0]) =>
  (await loadMasterKeys(options))[0]

const CHILD = new URL('../testing/load-key-child.ts', import.meta.url)

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'visavis-key-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

it('is taken from the environment and not written down', async () => {
  const key = randomBytes(32)
  expect(Buffer.from(await loadMasterKey({ dataDir, fromEnv: key.toString('base64') }))).toEqual(key)
  expect(await readdir(dataDir)).toEqual([])
})

it('is made once, for the owner alone', async () => {
  const key = await loadMasterKey({ dataDir })
  expect(key.byteLength).toBe(32)
  expect(await loadMasterKey({ dataDir })).toEqual(key)
  expect(await readdir(join(dataDir, 'keys'))).toEqual(['master.key'])
  expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(dataDir, 'keys', 'master.key'))).mode & 0o777).toBe(0o600)
})

it.each([',', ', ', '\n'])('may be several, the present one first, with %j between', async (between) => {
  const keys: MasterKeys = [randomBytes(32), randomBytes(32)]
  const fromEnv = keys.map((key) => Buffer.from(key).toString('base64')).join(between)
  expect(await loadMasterKeys({ dataDir, fromEnv })).toEqual(keys)
})

it('is replaced as a whole, for the owner alone', async () => {
  const old = await loadMasterKey({ dataDir })
  const keys: MasterKeys = [randomBytes(32), old]
  await saveMasterKeys(dataDir, keys)
  expect(await loadMasterKeys({ dataDir })).toEqual(keys)
  expect(await readdir(join(dataDir, 'keys'))).toEqual(['master.key'])
  expect((await stat(join(dataDir, 'keys', 'master.key'))).mode & 0o777).toBe(0o600)
})

it('is the same for all that start at once, in one process or several', async () => {
  const children = Array.from({ length: 3 }, () => spawnChild(CHILD, dataDir))
  const lines = await Promise.all(children.map((child) => child.nextLine()))
  const here = await Promise.all(Array.from({ length: 20 }, () => loadMasterKey({ dataDir })))
  const keys = [...lines, ...here.map((key) => Buffer.from(key).toString('base64'))]
  expect(new Set(keys).size).toBe(1)
  for (const child of children) await child.kill()
})

it.each([
  ['nothing', ''],
  ['no base64', '!'.repeat(44)],
  ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
  ['33 bytes', Buffer.alloc(33, 7).toString('base64')],
  ['a key with a letter too many', `${Buffer.alloc(32, 7).toString('base64')}A`],
])('is refused when it is %s, without being shown', async (_, text) => {
  const message = 'must be base64 of exactly 32 bytes'
  await expect(loadMasterKey({ dataDir, fromEnv: text })).rejects.toThrow(
    `the master key of the environment ${message}`,
  )
  const path = join(dataDir, 'keys', 'master.key')
  await mkdir(join(dataDir, 'keys'))
  await writeFile(path, text)
  await expect(loadMasterKey({ dataDir })).rejects.toThrow(`${path} ${message}`)
})
