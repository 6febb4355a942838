import { sql } from 'kysely'
import type { Database } from './database.ts'
import { type OpenJobQueue, openJobQueue } from './job-queue.ts'
import type { QueryWatch } from './kysely-options.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import { purgePglite } from './purge-pglite.ts'
import { shareRunning } from './share-running.ts'
import type { Handle } from './tables.ts'

export type DatabaseOptions =
  /** A folder of its own, or `memory`: gone with the process. */
  | { kind: 'pglite'; dataDir: string | 'memory' }
  /** `postgresql://user:password@host:port/database` */
  | { kind: 'postgres'; url: string }

interface OpenOptions<R extends object, Prepared extends object> {
  watch: QueryWatch
  toRepositories: (db: Handle, jobs: OpenJobQueue) => R
  /** Runs at every start, after the migrations; what it finds becomes part of the database. */
  prepare: (db: Handle) => Promise<Prepared>
}

/**
 * Opens the database with its job queue and brings the tables of both up to date.
 * @throws Error when it cannot be reached, DatabaseInUseError when another process has the PGlite folder open
 */
export const openDatabase = async <R extends object, Prepared extends object>(
  options: DatabaseOptions,
  { watch, toRepositories, prepare }: OpenOptions<R, Prepared>,
): Promise<Database<R> & Prepared> => {
  const { db, jobStore, giveWay, close } =
    options.kind === 'pglite' ? await openPglite(options.dataDir, watch) : openPostgres(options.url, watch)
  let prepared: Prepared
  let jobs: OpenJobQueue
  try {
    await migrate(db)
    prepared = await prepare(db)
    jobs = await openJobQueue(jobStore)
  } catch (cause) {
    await close()
    throw cause
  }
  // The PGlite driver's own statements reach no log, but each is a round trip like any other.
  const announce = options.kind === 'pglite' ? watch.onQuery : undefined
  return Object.assign(toRepositories(db, jobs), prepared, {
    engine: options.kind,
    transaction: async <T>(work: (repositories: R) => Promise<T>): Promise<T> => {
      announce?.('begin')
      const done = await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute((trx) => work(toRepositories(trx, jobs)))
      announce?.('commit')
      return done
    },
    giveWay,
    queue: jobs.queue,
    ping: shareRunning(async () => {
      // One record in the log of changes and nothing in a table: a full disk and a standby that takes no writes say no.
      await sql`select pg_logical_emit_message(true, 'visavis', 'ready')`.execute(db)
    }),
    purge: async () => {
      if (options.kind === 'pglite') await purgePglite(db)
    },
    close: async () => {
      await jobs.queue.stop()
      await close()
    },
  })
}
