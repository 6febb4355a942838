import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_IMAGE_BYTES } from '@visavis/shared/limits'
import { type ProcessLock, tryProcessLock } from '../process-lock.ts'
import { shareRunning } from '../share-running.ts'
import { receiveInMemory } from './receive-in-memory.ts'
import { receiveToFile } from './receive-to-file.ts'
import type { UploadSpool } from './types.ts'

const LOCK_SUFFIX = '.lock'
/** Clearing away takes milliseconds; this only bounds the wait for a process that hangs in it. */
const CLEARING_WAIT_MS = 10_000

interface UploadSpoolOptions {
  /** A folder of its own, created if need be; processes may share it. */
  dir: string
  /** Uploads are kept in so much memory; what comes while it is taken goes to the folder. */
  memoryBytes: number
}

/**
 * Each process spools into a sub-folder of its own and holds a lock beside it for as long as it lives; folders
 * whose lock is free are what dead processes left.
 */
export const createUploadSpool = async ({ dir, memoryBytes }: UploadSpoolOptions): Promise<UploadSpool> => {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const own = join(dir, randomUUID())
  const lock = clearAndClaim(dir, own)
  let free = memoryBytes

  return {
    receive: (body, length = MAX_IMAGE_BYTES) => {
      const reserved = Math.min(length, MAX_IMAGE_BYTES)
      if (free < reserved) return receiveToFile(body, join(own, randomUUID()))
      free -= reserved
      return receiveInMemory(body, () => {
        free += reserved
      })
    },
    ping: shareRunning(async () => {
      const probe = join(own, 'ping')
      await writeFile(probe, 'ready')
      await rm(probe)
    }),
    close: async () => {
      await rm(own, { recursive: true, force: true })
      await rm(own + LOCK_SUFFIX, { force: true })
      lock.release()
    },
  }
}

/**
 * Synchronous from end to end: nobody, not even this process, gets between clearing away and claiming, so a lock
 * that is free is never about to be taken.
 */
const clearAndClaim = (dir: string, own: string): ProcessLock => {
  const clearing = tryProcessLock(join(dir, 'clearing'), { waitMs: CLEARING_WAIT_MS })
  if (!clearing) throw new Error(`another process has been clearing ${dir} for too long`)
  try {
    for (const name of readdirSync(dir)) if (name.endsWith(LOCK_SUFFIX)) clearIfDead(join(dir, name))
    const lock = tryProcessLock(own + LOCK_SUFFIX)
    if (!lock) throw new Error(`the folder ${own} has an owner already`)
    mkdirSync(own, { mode: 0o700 })
    return lock
  } finally {
    clearing.release()
  }
}

const clearIfDead = (lockPath: string): void => {
  const lock = tryProcessLock(lockPath)
  if (!lock) return
  rmSync(lockPath.slice(0, -LOCK_SUFFIX.length), { recursive: true, force: true })
  rmSync(lockPath, { force: true })
  lock.release()
}
