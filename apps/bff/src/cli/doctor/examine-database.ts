import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '../../composition/config.ts'
import { explainFailure } from '../../composition/explain-failure.ts'
import { lookForPgvector } from '../../features/search/index.ts'
import { type DataKeyRow, dataKeysRepo } from '../../storage/crypto/data-keys-repo.ts'
import { readMigrations } from '../../storage/migrate.ts'
import { DatabaseInUseError, type OpenDatabase, openPglite } from '../../storage/pglite.ts'
import { openPostgres } from '../../storage/postgres.ts'
import { type Handle, tablesOf } from '../../storage/tables.ts'
import { examineMasterKey } from './examine-master-key.ts'
import { about, type Finding } from './finding.ts'

type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl' | 'masterKey'>

/** As `docs/operations.md` says. */
const MIN_POSTGRES = 15
/** Links and keys end by the replica's clock, jobs begin by the database's. */
const CLOCK_WARNING_S = 2
const CLOCK_WRONG_S = 60

const database = about('database')

/** Whether the database answers and fits this program. Unlike a start it brings nothing up to date. */
export const examineDatabase = async (config: DatabaseConfig): Promise<Finding[]> => {
  const { dataDir, databaseUrl } = config
  const folder = join(dataDir, 'db')
  if (!databaseUrl && !existsSync(join(folder, 'cluster'))) {
    return [
      database.ok('the embedded one: the first start makes it'),
      await examineMasterKey(config, undefined),
    ]
  }
  try {
    return await withOpen(databaseUrl ? openPostgres(databaseUrl) : await openPglite(folder), async (db) => [
      ...(databaseUrl ? await examineServer(db) : [database.ok('the embedded one opens')]),
      await examineTables(db),
      await examinePgvector(db),
      await examineMasterKey(config, await readDataKey(db)),
    ])
  } catch (failure) {
    if (failure instanceof DatabaseInUseError) {
      return [
        database.warning(
          'another process has the embedded one open, most likely the server: its /health/ready tells more, ' +
            'or stop it and ask again',
        ),
      ]
    }
    return [database.wrong(explainFailure(failure, { whatFailed: 'it does not open' }))]
  }
}

const withOpen = async <Result>(
  { db, close }: OpenDatabase,
  work: (db: Handle) => Promise<Result>,
): Promise<Result> => {
  try {
    return await work(db)
  } finally {
    await close()
  }
}

const examineServer = async (db: Handle): Promise<Finding[]> => {
  const read = sql<{ version: number; standby: boolean; seconds: number }>`
    SELECT current_setting('server_version_num')::int AS version, pg_is_in_recovery() AS standby,
      extract(epoch FROM clock_timestamp())::double precision AS seconds`
  // The first one opens the connection, which takes its time.
  await read.execute(db)
  const asked = Date.now()
  const { rows } = await read.execute(db)
  const { version = 0, standby = false, seconds = 0 } = rows[0] ?? {}
  const major = Math.floor(version / 10_000)
  const middle = (asked + Date.now()) / 2
  return [toServerFinding(major, standby), examineClock(seconds - middle / 1000)]
}

const toServerFinding = (major: number, isStandby: boolean): Finding => {
  if (major < MIN_POSTGRES) {
    return database.wrong(`PostgreSQL ${major} is too old: bring it to ${MIN_POSTGRES} or newer`)
  }
  return isStandby
    ? database.wrong('is a standby that takes no writes: name the primary in DATABASE_URL')
    : database.ok(`PostgreSQL ${major} answers`)
}

/** @param aheadS how far the database's clock is ahead of this machine's */
export const examineClock = (aheadS: number): Finding => {
  const clock = about('clock')
  const apart = Math.abs(aheadS)
  if (apart < CLOCK_WARNING_S) return clock.ok("agrees with the database's")
  const text = `${apart.toFixed(0)} s ${aheadS > 0 ? 'behind' : 'ahead of'} the database's: let both keep time by NTP`
  return apart < CLOCK_WRONG_S ? clock.warning(text) : clock.wrong(text)
}

const examineTables = async (db: Handle): Promise<Finding> => {
  const tables = about('tables')
  const { done, pending, unknown } = await readMigrations(db)
  if (unknown.length > 0) {
    return tables.wrong(
      `made by a newer Visavis (${unknown.join(', ')}): run that one, or bring back a backup from before it`,
    )
  }
  if (done === 0) return tables.ok('none yet: the first start makes them')
  return pending.length === 0
    ? tables.ok('up to date')
    : tables.warning(`the next start brings them up to date (${pending.join(', ')}): make a backup before it`)
}

const examinePgvector = async (db: Handle): Promise<Finding> => {
  const pgvector = about('pgvector')
  const { offered, installed, isRecent } = await lookForPgvector(db)
  if (installed !== undefined) {
    return isRecent
      ? pgvector.ok(`${installed}, for 1:N search`)
      : pgvector.warning(
          `${installed} is older than 0.8, so there is no 1:N search: ALTER EXTENSION vector UPDATE`,
        )
  }
  return offered === undefined
    ? pgvector.warning(
        'is not there, so there is no 1:N search: install 0.8 or newer on the database server if you want it',
      )
    : pgvector.ok(
        `${offered} can be had: the next start makes it, or a superuser with CREATE EXTENSION vector where it may not`,
      )
}

/** As it is kept, sealed. `undefined`: no server has made it yet. */
const readDataKey = async (db: Handle): Promise<DataKeyRow | undefined> => {
  const { rows } = await sql<{
    there: boolean
  }>`SELECT to_regclass('data_keys') IS NOT NULL AS there`.execute(db)
  return rows[0]?.there ? (await dataKeysRepo(tablesOf(db)).list()).at(-1) : undefined
}
