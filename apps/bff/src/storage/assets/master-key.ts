import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MASTER_KEY_BYTES } from './sealer.ts'

interface MasterKeyOptions {
  dataDir: string
  /** Base64 (RFC 4648 §4) of 32 bytes; without it a key is made once and kept in `dataDir/keys/master.key`. */
  fromEnv?: string
}

const parseKey = (text: string, source: string): Uint8Array => {
  const key = Buffer.from(text, 'base64')
  // Node skips what is no base64; a key that was cut or mistyped must not pass for another one.
  if (key.byteLength !== MASTER_KEY_BYTES || key.toString('base64') !== text.trim()) {
    throw new Error(`${source} must be base64 of exactly ${MASTER_KEY_BYTES} bytes`)
  }
  return key
}

/**
 * The operator's key, given or made. Processes that start together end up with the same one: a whole file is linked
 * into place, and only one link succeeds.
 * @throws Error when it is not 32 bytes long
 */
export const loadMasterKey = async ({ dataDir, fromEnv }: MasterKeyOptions): Promise<Uint8Array> => {
  if (fromEnv !== undefined) return parseKey(fromEnv, 'the master key of the environment')
  const folder = join(dataDir, 'keys')
  const path = join(folder, 'master.key')
  const known = await read(path)
  if (known !== undefined) return parseKey(known, path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await create(path)
  return parseKey(await readFile(path, 'utf8'), path)
}

const read = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined
    throw cause
  })

const create = async (path: string): Promise<void> => {
  const draft = `${path}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(`${randomBytes(MASTER_KEY_BYTES).toString('base64')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(draft, path).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EEXIST') throw cause
    })
  } finally {
    await rm(draft, { force: true })
  }
}
