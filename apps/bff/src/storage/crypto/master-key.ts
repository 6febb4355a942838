import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MasterKeyError } from './master-key-error.ts'
import { SEALING_KEY_BYTES } from './sealer.ts'

/** The present one first, then those that what is kept may still be sealed by. 32 bytes each. */
export type MasterKeys = readonly [Uint8Array, ...Uint8Array[]]

interface MasterKeyOptions {
  dataDir: string
  /**
   * Base64 (RFC 4648 §4) of 32 bytes, or several with commas between; without it a key is made once and kept in
   * `dataDir/keys/master.key`.
   */
  fromEnv?: string
}

const parseKeys = (text: string, source: string): MasterKeys => {
  const [first, ...others] = text.trim().split(/[\s,]+/)
  const parse = (word = ''): Uint8Array => {
    const key = Buffer.from(word, 'base64')
    // Node skips what is no base64; a key that was cut or mistyped must not pass for another one.
    if (key.byteLength !== SEALING_KEY_BYTES || key.toString('base64') !== word) {
      throw new MasterKeyError(
        `${source} must be base64 of exactly ${SEALING_KEY_BYTES} bytes: "openssl rand -base64 ${SEALING_KEY_BYTES}" makes one`,
      )
    }
    return key
  }
  return [parse(first), ...others.map(parse)]
}

const toPath = (dataDir: string) => join(dataDir, 'keys', 'master.key')

/** The operator's keys, if there are any yet. @throws MasterKeyError when one is not 32 bytes long */
export const readMasterKeys = async ({
  dataDir,
  fromEnv,
}: MasterKeyOptions): Promise<MasterKeys | undefined> => {
  if (fromEnv !== undefined) return parseKeys(fromEnv, 'the master key of the environment')
  const path = toPath(dataDir)
  const known = await read(path)
  return known === undefined ? undefined : parseKeys(known, path)
}

/**
 * The operator's keys, given or made. Processes that start together end up with the same one: a whole file is linked
 * into place, and only one link succeeds.
 * @throws MasterKeyError when one is not 32 bytes long
 */
export const loadMasterKeys = async (options: MasterKeyOptions): Promise<MasterKeys> => {
  const known = await readMasterKeys(options)
  if (known) return known
  const { dataDir } = options
  const path = toPath(dataDir)
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  await withDraft(path, [randomBytes(SEALING_KEY_BYTES)], (draft) =>
    link(draft, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    }),
  )
  return parseKeys(await readFile(path, 'utf8'), path)
}

/** Replaces the keys of a data folder, all or nothing. */
export const saveMasterKeys = (dataDir: string, keys: MasterKeys): Promise<void> =>
  withDraft(toPath(dataDir), keys, (draft) => rename(draft, toPath(dataDir)))

const read = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })

/** A file that is whole and on the disk before anybody finds it under its name. */
const withDraft = async (
  path: string,
  keys: readonly Uint8Array[],
  publish: (draft: string) => Promise<void>,
): Promise<void> => {
  const draft = `${path}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(keys.map((key) => `${Buffer.from(key).toString('base64')}\n`).join(''))
      await file.sync()
    } finally {
      await file.close()
    }
    await publish(draft)
  } finally {
    await rm(draft, { force: true })
  }
}
