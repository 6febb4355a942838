import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConfigError } from './config.ts'

/** Less than this and the first pictures would fill the disk. */
const PROBE_BYTES = 1024 * 1024

/**
 * Makes the data folder, and writes into it once: what cannot be written is found out here and not by a database that
 * waits for locks. @throws ConfigError in one sentence
 */
export const prepareDataDir = async (dataDir: string): Promise<void> => {
  const probe = join(dataDir, `probe-${randomUUID()}`)
  try {
    await makeFolder(dataDir)
    const file = await open(probe, 'wx', 0o600)
    try {
      await file.writeFile(Buffer.alloc(PROBE_BYTES))
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (cause) {
    throw new ConfigError(explain(dataDir, cause as NodeJS.ErrnoException), { cause })
  } finally {
    await rm(probe, { force: true }).catch(() => {})
  }
}

/**
 * With those above it. Not by the `recursive` of Node, which never ends where a folder that is there takes none and says
 * ENOENT, as `/proc` does.
 */
const makeFolder = async (path: string): Promise<void> => {
  if (await isFolder(path)) return
  const above = dirname(path)
  if (above !== path) await makeFolder(above)
  await mkdir(path, { mode: 0o700 }).catch(async (cause) => {
    // Made by another process meanwhile.
    if (!(await isFolder(path))) throw cause
  })
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false

/** @param cause.code POSIX.1-2024, errno.h */
export const explain = (dataDir: string, { code = '' }: NodeJS.ErrnoException): string => {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `The disk of the data folder ${dataDir} is full: free some room, or set DATA_DIR to another disk.`
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `The data folder ${dataDir} is a file, or lies below one: set DATA_DIR to a folder.`
  }
  return `The data folder ${dataDir} cannot be written by this user (${code}): give it to them, or set DATA_DIR to another.`
}
