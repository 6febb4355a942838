import { setImmediate } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import { type QueryWatch, toKyselyOptions } from './kysely-options.ts'
import { createNamingClient } from './naming-client.ts'
import type { OpenDatabase } from './pglite.ts'

const CONNECT_TIMEOUT_MS = 10_000
const { BYTEA, INT8 } = types.builtins

const parseBytea = types.getTypeParser(BYTEA)

/** As PGlite reads them: plain bytes instead of `Buffer`, counts and positions as numbers. */
const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [BYTEA]: (text) => Uint8Array.from(parseBytea(text)),
  [INT8]: Number,
}

/** A pool of connections. @param url `postgresql://user:password@host:port/database` */
export const openPostgres = (url: string, watch: QueryWatch = {}): OpenDatabase => {
  const pool = new Pool({
    Client: createNamingClient(),
    connectionString: url,
    application_name: 'visavis',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (format !== 'binary' && parsers[oid]) || types.getTypeParser(oid, format),
    },
  })
  // An idle connection that breaks has left the pool by now, and the next query opens another; without a listener
  // the event would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool }),
    ...toKyselyOptions(watch),
  })
  return {
    db,
    jobStore: { kind: 'postgres', url },
    // Another process works on it; this thread's other work comes first.
    giveWay: () => setImmediate(),
    close: () => db.destroy(),
  }
}
