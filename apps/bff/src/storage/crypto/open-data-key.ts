import { randomBytes } from 'node:crypto'
import type { DataKeysRepo } from './data-keys-repo.ts'
import type { MasterKeys } from './master-key.ts'
import { MasterKeyError } from './master-key-error.ts'
import { createSealer, SEALING_KEY_BYTES } from './sealer.ts'

const CONTEXT = 'data-key'

/**
 * The key that seals pictures, templates and credentials: made with the database, kept in it, sealed by the master
 * key (a key that wraps keys, NIST SP 800-57 part 1 §5.3.5). So a new master key means sealing one row anew, not
 * every picture. The first of `masterKeys` is the present one; a row that another of them sealed is sealed by the
 * first from now on.
 * @throws MasterKeyError
 */
export const openDataKey = async (dataKeys: DataKeysRepo, masterKeys: MasterKeys): Promise<Uint8Array> => {
  const [present, ...others] = masterKeys.map(createSealer)
  if (!present) throw new TypeError('there is no master key')
  if (!(await dataKeys.find())) {
    await dataKeys.insertIfNone(present.seal(randomBytes(SEALING_KEY_BYTES), CONTEXT), new Date())
  }
  const wrapped = await dataKeys.find()
  if (!wrapped) throw new Error('the data key was not kept')
  const known = tryOpen(present, wrapped)
  if (known) return known
  for (const other of others) {
    const dataKey = tryOpen(other, wrapped)
    if (!dataKey) continue
    await dataKeys.replace(wrapped, present.seal(dataKey, CONTEXT))
    return dataKey
  }
  throw wrongKey()
}

/** Changes nothing. @throws MasterKeyError when none of the keys opens it */
export const checkDataKey = (wrapped: Uint8Array, masterKeys: MasterKeys): void => {
  if (!masterKeys.some((key) => tryOpen(createSealer(key), wrapped))) throw wrongKey()
}

const wrongKey = () =>
  new MasterKeyError(
    'The master key is not the one that this database was made with. Set VISAVIS_MASTER_KEY, or bring back ' +
      'keys/master.key of the data folder.',
  )

const tryOpen = (sealer: ReturnType<typeof createSealer>, wrapped: Uint8Array): Uint8Array | undefined => {
  try {
    return sealer.open(wrapped, CONTEXT)
  } catch {
    // Sealed by another key. What was altered opens with none.
    return undefined
  }
}
