import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { chooseSharedBuffers } from './shared-buffers.ts'

const MEGABYTE = 2 ** 20
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'visavis-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Databases by the size of their tables: holes on the disk. */
const fill = async (sizes: readonly number[]) => {
  for (const [index, size] of sizes.entries()) {
    const database = join(folder, 'base', String(index))
    await mkdir(database, { recursive: true })
    const table = join(database, '1')
    await writeFile(table, '')
    await truncate(table, size)
  }
}

it.each([
  ['one that is small', [7 * MEGABYTE, 7 * MEGABYTE, 8 * MEGABYTE], '16MB'],
  ['one that has grown', [7 * MEGABYTE, 7 * MEGABYTE, 50 * MEGABYTE], '50MB'],
  ['one that is large', [7 * MEGABYTE, 7 * MEGABYTE, 900 * MEGABYTE], '128MB'],
])('page cache of %s', async (_, sizes, expected) => {
  await fill(sizes)
  expect(await chooseSharedBuffers(folder)).toBe(expected)
})

it('page cache of a database that is not there yet, or in memory', async () => {
  expect(await chooseSharedBuffers(folder)).toBe('16MB')
  expect(await chooseSharedBuffers()).toBe('16MB')
})
