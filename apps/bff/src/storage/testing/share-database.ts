import { PGlite } from '@electric-sql/pglite'
import { vi } from 'vitest'
import { type OpenedDatabase, openTestDatabase } from './open-database.ts'

/** Our own tables and the jobs; what the migrations and pg-boss know about themselves stays. */
const EMPTY = `
  DO $$
  DECLARE names text;
  BEGIN
    SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') INTO names
    FROM pg_tables
    WHERE (schemaname = 'public' AND tablename NOT LIKE 'kysely_%')
      OR (schemaname = 'visavis_jobs' AND tablename LIKE 'job%');
    EXECUTE 'TRUNCATE ' || names || ' RESTART IDENTITY CASCADE';
  END $$`

/**
 * One database on PGlite for tests that each want theirs empty and do not care whether it was just opened: emptying
 * takes a fraction of the second that opening takes.
 */
export const createSharedDatabase = () => {
  let opening: Promise<OpenedDatabase & { pglite: PGlite }> | undefined
  const openOnce = async () => {
    // The database keeps what it runs on to itself.
    const create = vi.spyOn(PGlite, 'create')
    try {
      const opened = await openTestDatabase()
      const pglite = await create.mock.results.at(-1)?.value
      return { ...opened, pglite }
    } finally {
      create.mockRestore()
    }
  }
  return {
    open: async (): Promise<OpenedDatabase> => {
      opening ??= openOnce()
      const { database, pglite } = await opening
      return { database, dispose: async () => void (await pglite.exec(EMPTY)) }
    },
    close: async () => (await opening)?.dispose(),
  }
}
