import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { openTestDatabase } from '../testing/open-database.ts'
import { MasterKeyError } from './master-key-error.ts'
import { openDataKey } from './open-data-key.ts'

let database: AllDatabase
let dispose: () => Promise<void>
beforeEach(async () => {
  ;({ database, dispose } = await openTestDatabase())
})
afterEach(() => dispose())

const open = (...keys: [Uint8Array, ...Uint8Array[]]) => openDataKey(database.dataKeys, keys)
const readRow = () => database.dataKeys.find()

it('is made once, however many ask for it', async () => {
  const master = randomBytes(32)
  const keys = await Promise.all(Array.from({ length: 10 }, () => open(master)))
  for (const key of keys) expect(key).toEqual(keys[0])
  expect(keys[0]).toHaveLength(32)
  expect(Buffer.from((await readRow()) ?? []).includes(Buffer.from(keys[0] ?? []))).toBe(false)
})

it('stays the same under a new master key, after which the old one is worth nothing', async () => {
  const [old, present] = [randomBytes(32), randomBytes(32)]
  const key = await open(old)
  expect(await open(old, present)).toEqual(key)
  expect(await open(old)).toEqual(key)
  expect(await open(present, old)).toEqual(key)
  expect(await open(present)).toEqual(key)
  await expect(open(old)).rejects.toThrow(MasterKeyError)
})

it('is not replaced when the master key is a wrong one', async () => {
  const master = randomBytes(32)
  const key = await open(master)
  const before = await readRow()
  await expect(open(randomBytes(32))).rejects.toThrow('VISAVIS_MASTER_KEY')
  expect(await readRow()).toEqual(before)
  expect(await open(master)).toEqual(key)
})

it('is not replaced by a process that comes late', async () => {
  const [old, present] = [randomBytes(32), randomBytes(32)]
  await open(old)
  const before = (await readRow()) ?? new Uint8Array()
  await open(present, old)
  const after = await readRow()
  await database.dataKeys.replace(before, new Uint8Array(8))
  expect(await readRow()).toEqual(after)
})
