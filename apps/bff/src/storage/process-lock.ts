import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

/** `SQLITE_BUSY`, https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5

export interface ProcessLock {
  release(): void
}

interface ProcessLockOptions {
  /** How long to wait for the present holder, in milliseconds; blocks the thread. Default: not at all. */
  waitMs?: number
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY

/**
 * A lock on a file that the operating system drops with its holder, however that ends. A file with a process id
 * in it cannot promise that: ids are used again, and in containers nearly always. Node has no `flock`, but the
 * SQLite it carries takes the very lock (https://www.sqlite.org/lockingv3.html); the file stays empty.
 * @returns `undefined` when someone else, or this process itself, holds it
 */
export const tryProcessLock = (
  path: string,
  { waitMs = 0 }: ProcessLockOptions = {},
): ProcessLock | undefined => {
  const file = new DatabaseSync(path, { timeout: waitMs })
  try {
    chmodSync(path, 0o600)
    // No journal beside the file: nothing is ever written to it.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (cause) {
    file.close()
    if (isBusy(cause)) return undefined
    throw cause
  }
  return { release: () => file.close() }
}
