import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ConfigError } from './config.ts'
import { explain, prepareDataDir } from './prepare-data-dir.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-data-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('makes the folder and leaves nothing in it', async () => {
  const dataDir = join(folder, 'a/b')
  await prepareDataDir(dataDir)
  await prepareDataDir(dataDir)
  expect(await readdir(dataDir)).toEqual([])
})

it('says at once that a folder is none', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  for (const dataDir of [file, join(file, 'below')]) {
    await expect(prepareDataDir(dataDir)).rejects.toThrow(ConfigError)
    await expect(prepareDataDir(dataDir)).rejects.toThrow(/is a file, or lies below one: set DATA_DIR/)
  }
})

it.skipIf(process.platform !== 'linux')('says at once that nothing can be made there', async () => {
  await expect(prepareDataDir('/proc/visavis/data')).rejects.toThrow(
    /cannot be written by this user \(ENOENT\)/,
  )
})

it.each([
  ['ENOSPC', /is full: free some room/],
  ['EACCES', /cannot be written by this user \(EACCES\)/],
  ['EROFS', /cannot be written by this user \(EROFS\)/],
])('%s is one sentence with the remedy', (code, sentence) => {
  expect(explain('/data', Object.assign(new Error('x'), { code }))).toMatch(sentence)
})
