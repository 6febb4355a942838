import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
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
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
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
