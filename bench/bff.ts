/**
 * The server on PGlite and on PostgreSQL: the statements that a request sends, and the built server beside a bare route
 * (`bff-server.ts`); and on PostgreSQL the lists of a million face authentications, with `--lists` nothing else. Run
 * `pnpm build` first, but for those. `node --conditions=source bench/bff.ts [--lists] [--json FILE]`
 *
 * PostgreSQL is a cluster of the bench's own, or the one in `DATABASE_URL`: its user may create databases.
 */
import { createEmptyDatabase } from '../apps/bff/src/storage/testing/create-empty-database.ts'
import { startPostgres } from '../apps/bff/src/storage/testing/start-postgres.ts'
import { countStatements, STATEMENTS } from '../apps/bff/src/testing/count-statements.ts'
import { CONCURRENCY, measureServer } from './bff-server.ts'
import { measureLists } from './measure-lists.ts'
import { type Measurement, report } from './report.ts'

const own = process.env.DATABASE_URL ? undefined : await startPostgres()
const serverUrl = process.env.DATABASE_URL ?? own?.url ?? ''

/** Runs `work` on a database that is there for it alone. */
const withDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const { url, drop } = await createEmptyDatabase(serverUrl)
  try {
    return await work(url)
  } finally {
    await drop()
  }
}

const measureStatements = async (databaseUrl?: string): Promise<Measurement[]> => {
  const { counts } = await countStatements(databaseUrl)
  return Object.entries(counts).map(([name, value]) => ({
    metric: `statements, ${name}`,
    value,
    unit: '',
    // What it takes today: more of them is a mistake, fewer should be written down.
    target: { at: 'most', limit: STATEMENTS[name as keyof typeof STATEMENTS] },
  }))
}

const name = (engine: string, measurements: Measurement[]): Measurement[] =>
  measurements.map((measurement) => ({ ...measurement, metric: `${engine}: ${measurement.metric}` }))

try {
  const lists = name('PostgreSQL', await withDatabase(measureLists))
  if (process.argv.includes('--lists')) {
    await report('Lists of a million face authentications', lists)
  } else {
    const pglite = [...(await measureStatements()), ...(await measureServer())]
    const postgres = [...(await withDatabase(measureStatements)), ...(await withDatabase(measureServer))]
    const others = [...name('PGlite', pglite), ...name('PostgreSQL', postgres)]
    await report(`BFF, ${CONCURRENCY} at once`, [...others, ...lists])
  }
} finally {
  await own?.stop()
}
