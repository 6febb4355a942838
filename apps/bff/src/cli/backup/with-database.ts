import { join } from 'node:path'
import type { Config } from '../../composition/config.ts'
import { openPglite } from '../../storage/pglite.ts'
import { openPostgres } from '../../storage/postgres.ts'
import type { Handle } from '../../storage/tables.ts'

/** The database as it is: nothing is brought up to date, no job is started. @throws DatabaseInUseError */
export const withDatabase = async <Result>(
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
  work: (db: Handle) => Promise<Result>,
): Promise<Result> => {
  const { db, close } = databaseUrl ? openPostgres(databaseUrl) : await openPglite(join(dataDir, 'db'))
  try {
    return await work(db)
  } finally {
    await close()
  }
}
