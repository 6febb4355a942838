import type { JobQueue } from './job-types.ts'

/**
 * The repositories `R` and what holds them together. A room names those it needs, so that it can be read, and tested,
 * without the others. In every repository `tenantId` is part of the condition: a row of another tenant is `undefined`,
 * exactly as one that does not exist.
 */
export type Database<R extends object> = R & {
  readonly engine: 'pglite' | 'postgres'
  /**
   * All or nothing, READ COMMITTED; the repositories inside share one transaction. Inside `work` use only those:
   * PGlite has a single connection, so awaiting the outer handle there waits for ever; on PostgreSQL it would be
   * outside the transaction and could exhaust the pool.
   */
  transaction<T>(work: (repositories: R) => Promise<T>): Promise<T>
  /** Between the steps of a long work: others come first, for a moment. */
  giveWay(): Promise<void>
  /** Work done outside of requests; stopped by `close`, if not before. */
  readonly queue: JobQueue
  /** Throws when the database does not answer, or takes no writes. */
  ping(): Promise<void>
  /** Takes out of the embedded database's files what erased rows left there; PostgreSQL is looked after by its operator. */
  purge(): Promise<void>
  close(): Promise<void>
}
