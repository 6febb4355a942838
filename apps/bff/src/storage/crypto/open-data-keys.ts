import { randomBytes } from 'node:crypto'
import { type DataKeys, FIRST_DATA_KEY } from './data-keys.ts'
import type { DataKeyRow, DataKeysRepo } from './data-keys-repo.ts'
import type { MasterKeys } from './master-key.ts'
import { MasterKeyError } from './master-key-error.ts'
import { createSealer, SEALING_KEY_BYTES } from './sealer.ts'

/** Beside the data keys: what hashes and signatures are made with, which outlives each of them. */
export const HASH_KEY = 0
/** A new key waits so long until it seals: by then every process has read it. */
const DISTRIBUTION_MS = 5 * 60_000
/** Whoever has not read the keys for so long may have missed one, and seals nothing. */
const STALE_MS = DISTRIBUTION_MS - 60_000

export interface KeyRing extends DataKeys {
  hashKey: Uint8Array
  /** Reads what other processes have made or removed. */
  refresh(): Promise<void>
  /** Makes a new key. @returns what it is; one that somebody else makes at the same time is that one */
  add(): Promise<{ id: number; sealsFrom: Date }>
}

interface OpenOptions {
  /** Other processes may be at work on the same database. Default: no */
  isShared?: boolean
  now?: () => Date
}

/** The context of the first one is that of versions which had one only. */
const toContext = (id: number): string => {
  if (id === HASH_KEY) return 'hash-key'
  return id === FIRST_DATA_KEY ? 'data-key' : `data-key:${id}`
}

interface OpenedKey extends DataKeyRow {
  key: Uint8Array
}

/**
 * The keys that seal pictures, templates and credentials: made with the database, kept in it, sealed by the master
 * key (a key that wraps keys, NIST SP 800-57 part 1 §5.3.5). So a new master key means sealing a few rows anew, not
 * every picture. The first of `masterKeys` is the present one; a row that another of them sealed is sealed by the
 * first from now on.
 * @throws MasterKeyError
 */
export const openDataKeys = async (
  repo: DataKeysRepo,
  masterKeys: MasterKeys,
  { isShared = false, now = () => new Date() }: OpenOptions = {},
): Promise<KeyRing> => {
  const [present] = masterKeys
  const wrap = (key: Uint8Array, id: number) => createSealer(present).seal(key, toContext(id))
  const make = (id: number, key: Uint8Array, sealsFrom: Date | null = null) =>
    repo.insertIfNone({ id, wrapped: wrap(key, id), createdOn: now(), sealsFrom, resealedOn: null })

  let rows = await repo.list()
  if (rows.length === 0) {
    await make(FIRST_DATA_KEY, randomBytes(SEALING_KEY_BYTES))
    rows = await repo.list()
  }
  let keys = await openAll(repo, masterKeys, rows)
  const [first] = keys
  if (!first) throw new Error('the data key was not kept')
  // Before, hashes were made with the one data key there was: they stay what they are.
  if (first.id !== HASH_KEY) {
    await make(HASH_KEY, first.key)
    keys = await openAll(repo, masterKeys, await repo.list())
  }
  const hashKey = keys.find(({ id }) => id === HASH_KEY)?.key
  if (!hashKey) throw new Error('the hash key was not kept')

  let readOn = performance.now()
  const refresh = async () => {
    const start = performance.now()
    keys = await openAll(repo, masterKeys, await repo.list())
    readOn = start
  }
  return {
    hashKey,
    refresh,
    present: () => {
      if (isShared && performance.now() - readOn > STALE_MS) {
        throw new Error('the data keys were not read for too long: nothing is sealed until they are')
      }
      const usable = keys.filter(({ id, sealsFrom }) => id !== HASH_KEY && !(sealsFrom && sealsFrom > now()))
      const newest = usable.at(-1)
      if (!newest) throw new Error('there is no data key')
      return newest
    },
    find: (id) => (id === HASH_KEY ? undefined : keys.find((each) => each.id === id)?.key),
    add: async () => {
      const last = keys.at(-1)?.id ?? HASH_KEY
      const sealsFrom = new Date(now().getTime() + (isShared ? DISTRIBUTION_MS : 0))
      await make(last + 1, randomBytes(SEALING_KEY_BYTES), sealsFrom)
      await refresh()
      const made = keys.at(-1)
      if (!made) throw new Error('the new data key was not kept')
      return { id: made.id, sealsFrom: made.sealsFrom ?? sealsFrom }
    },
  }
}

/** Changes nothing. @throws MasterKeyError when none of the keys opens it */
export const checkDataKey = (
  { id, wrapped }: Pick<DataKeyRow, 'id' | 'wrapped'>,
  masterKeys: MasterKeys,
): void => {
  if (!masterKeys.some((key) => tryOpen(key, wrapped, id))) throw wrongKey()
}

const openAll = async (
  repo: DataKeysRepo,
  [present, ...others]: MasterKeys,
  rows: readonly DataKeyRow[],
): Promise<OpenedKey[]> => {
  const opened: OpenedKey[] = []
  for (const row of rows) {
    const { id, wrapped } = row
    const known = tryOpen(present, wrapped, id)
    const key = known ?? others.map((other) => tryOpen(other, wrapped, id)).find((each) => each !== undefined)
    if (!key) throw wrongKey()
    if (!known) await repo.replace(wrapped, createSealer(present).seal(key, toContext(id)))
    opened.push({ ...row, key })
  }
  return opened
}

const wrongKey = () =>
  new MasterKeyError(
    'The master key is not the one that this database was made with. Set VISAVIS_MASTER_KEY, or bring back ' +
      'keys/master.key of the data folder.',
  )

const tryOpen = (masterKey: Uint8Array, wrapped: Uint8Array, id: number): Uint8Array | undefined => {
  try {
    return createSealer(masterKey).open(wrapped, toContext(id))
  } catch {
    // Sealed by another key. What was altered opens with none.
    return undefined
  }
}
