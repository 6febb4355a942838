import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Kysely, PGliteDialect } from 'kysely'
import type { JobStore } from './job-queue.ts'
import { type QueryWatch, toKyselyOptions } from './kysely-options.ts'
import { preparePglite } from './prepare-pglite.ts'
import { type ProcessLock, tryProcessLock } from './process-lock.ts'
import { chooseSharedBuffers } from './shared-buffers.ts'
import type { Handle } from './tables.ts'
import { watchTraffic } from './watch-traffic.ts'
import { withoutTierUp } from './without-tier-up.ts'

/** Part of every database we make: one that has used it cannot be opened without. */
const EXTENSIONS = { vector }

/** Another process has the folder open. */
export class DatabaseInUseError extends Error {
  override readonly name = 'DatabaseInUseError'
}

export interface OpenDatabase {
  db: Handle
  /** Where the jobs are kept: the same place. */
  jobStore: JobStore
  /** Called between the steps of a long work: lets others come first where they would have to wait for one. */
  giveWay(): Promise<void>
  close(): Promise<void>
}

/**
 * PostgreSQL inside this process.
 * @param dataDir a folder of its own, created if need be; `memory` keeps nothing
 * @throws DatabaseInUseError when another process has the folder open
 */
export const openPglite = async (dataDir: string, watch: QueryWatch = {}): Promise<OpenDatabase> => {
  if (dataDir === 'memory') return toOpenDatabase(await createPglite(), watch)

  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const lock = tryProcessLock(join(dataDir, 'lock'))
  // Two of them on one folder would overwrite each other's pages without noticing.
  if (!lock)
    throw new DatabaseInUseError(`another process has the database in ${dataDir} open: stop it first`)
  try {
    return toOpenDatabase(await createPglite(join(dataDir, 'cluster')), watch, lock)
  } catch (cause) {
    lock.release()
    throw new Error(`the database in ${dataDir} cannot be opened`, { cause })
  }
}

/** @param folder default: it is in memory */
const createPglite = async (folder?: string): Promise<PGlite> => {
  const buffers = await chooseSharedBuffers(folder)
  // Files of the log that are done with are removed, not kept for the next turn with what they hold.
  const settings = [`shared_buffers=${buffers}`, 'wal_recycle=off']
  const startParams = [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])]
  return withoutTierUp(() =>
    PGlite.create({ ...(folder ? { dataDir: folder } : {}), extensions: EXTENSIONS, startParams }),
  )
}

const toOpenDatabase = (pglite: PGlite, watch: QueryWatch, lock?: ProcessLock): OpenDatabase => {
  const { note: onUse, giveWay } = watchTraffic()
  const db = new Kysely<Record<never, never>>({
    dialect: new PGliteDialect({ pglite: preparePglite(pglite, { onUse }) }),
    ...toKyselyOptions(watch),
  })
  return {
    db,
    jobStore: { kind: 'pglite', pglite },
    giveWay,
    close: async () => {
      try {
        await db.destroy()
      } finally {
        lock?.release()
      }
    },
  }
}
