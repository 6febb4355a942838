import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AllDatabase } from '../../composition/create-database.ts'
import { openTestDatabase } from '../testing/open-database.ts'
import { MasterKeyError } from './master-key-error.ts'
import { openDataKeys } from './open-data-keys.ts'

let database: AllDatabase
let dispose: () => Promise<void>
beforeEach(async () => {
  ;({ database, dispose } = await openTestDatabase())
})
afterEach(async () => {
  vi.restoreAllMocks()
  await dispose()
})

const open = (...keys: [Uint8Array, ...Uint8Array[]]) => openDataKeys(database.dataKeys, keys)
const openKey = async (...keys: Parameters<typeof open>) => (await open(...keys)).present().key
const readRows = () => database.dataKeys.list()

it('is made once, however many ask for it', async () => {
  const master = randomBytes(32)
  const keys = await Promise.all(Array.from({ length: 10 }, () => openKey(master)))
  for (const key of keys) expect(key).toEqual(keys[0])
  expect(keys[0]).toHaveLength(32)
  for (const { wrapped } of await readRows()) {
    expect(Buffer.from(wrapped).includes(Buffer.from(keys[0] ?? []))).toBe(false)
  }
})

it('stays the same under a new master key, after which the old one is worth nothing', async () => {
  const [old, present] = [randomBytes(32), randomBytes(32)]
  const key = await openKey(old)
  expect(await openKey(old, present)).toEqual(key)
  expect(await openKey(old)).toEqual(key)
  expect(await openKey(present, old)).toEqual(key)
  expect(await openKey(present)).toEqual(key)
  await expect(open(old)).rejects.toThrow(MasterKeyError)
})

it('is not replaced when the master key is a wrong one', async () => {
  const master = randomBytes(32)
  const key = await openKey(master)
  const before = await readRows()
  await expect(open(randomBytes(32))).rejects.toThrow('VISAVIS_MASTER_KEY')
  expect(await readRows()).toEqual(before)
  expect(await openKey(master)).toEqual(key)
})

it('is not replaced by a process that comes late', async () => {
  const [old, present] = [randomBytes(32), randomBytes(32)]
  await open(old)
  const [before] = await readRows()
  await open(present, old)
  const after = await readRows()
  await database.dataKeys.replace(before?.wrapped ?? new Uint8Array(), new Uint8Array(8))
  expect(await readRows()).toEqual(after)
})

it('is followed by another one, and both open under a new master key', async () => {
  const [old, present] = [randomBytes(32), randomBytes(32)]
  const ring = await open(old)
  const first = ring.present()
  expect(await ring.add()).toMatchObject({ id: 2 })
  const second = ring.present()
  expect([first.id, second.id]).toEqual([1, 2])
  expect(second.key).not.toEqual(first.key)
  const later = await open(present, old)
  expect(later.present().key).toEqual(second.key)
  expect(later.find(1)).toEqual(first.key)
  expect(later.find(3)).toBeUndefined()
  await database.dataKeys.delete([1])
  await later.refresh()
  expect(later.find(1)).toBeUndefined()
  // Hashes that are kept are compared with later ones.
  expect((await open(present)).hashKey).toEqual(ring.hashKey)
})

it('where others are at work, seals once they have all read it', async () => {
  const master = randomBytes(32)
  let time = Date.now()
  const openShared = () =>
    openDataKeys(database.dataKeys, [master], { isShared: true, now: () => new Date(time) })
  const [one, other] = [await openShared(), await openShared()]
  const [made, same] = await Promise.all([one.add(), other.add()])
  expect([made.id, same.id]).toEqual([2, 2])
  await other.refresh()
  expect([one.present().id, other.present().id]).toEqual([1, 1])
  expect(other.find(2)).toEqual(one.find(2))
  time += 5 * 60_000 + 1
  expect([one.present().id, other.present().id]).toEqual([2, 2])
})

it('that may have been followed by one that this process did not read, seals nothing', async () => {
  const ring = await openDataKeys(database.dataKeys, [randomBytes(32)], { isShared: true })
  const late = performance.now() + 4 * 60_000 + 1000
  vi.spyOn(performance, 'now').mockReturnValue(late)
  expect(() => ring.present()).toThrow('not read for too long')
  await ring.refresh()
  expect(ring.present().id).toBe(1)
})
