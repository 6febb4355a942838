import { catchPglite } from './catch-pglite.ts'
import { type OpenedDatabase, openTestDatabase } from './open-database.ts'

/** Our own tables and the jobs; what the migrations and pg-boss know about themselves stays. */
const EMPTY = `
  DELETE FROM visavis_jobs.job;
  DO $$
  DECLARE names text;
  BEGIN
    SELECT string_agg(format('public.%I', tablename), ', ') INTO names
    FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely_%';
    EXECUTE 'TRUNCATE ' || names || ' RESTART IDENTITY CASCADE';
  END $$`

export interface EmptiableDatabase extends OpenedDatabase {
  /** Runs statements on it. */
  exec(sql: string): Promise<unknown>
}

/**
 * One database for tests that each want theirs empty and do not care whether it was just opened: emptying takes a
 * fraction of the time that opening takes.
 */
export const createSharedDatabase = (openOnce: () => Promise<EmptiableDatabase>) => {
  let opening: Promise<EmptiableDatabase> | undefined
  return {
    open: async (): Promise<OpenedDatabase> => {
      opening ??= openOnce()
      const { database, exec } = await opening
      return { database, dispose: async () => void (await exec(EMPTY)) }
    },
    close: async () => (await opening)?.dispose(),
  }
}

/** As `openTestDatabase`. */
export const openEmptiablePglite = async (): Promise<EmptiableDatabase> => {
  const { opened, pglite } = await catchPglite(openTestDatabase)
  return { ...opened, exec: (sql) => pglite.exec(sql) }
}
