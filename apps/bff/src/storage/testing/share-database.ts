import { PGlite } from '@electric-sql/pglite'
import { vi } from 'vitest'
import type { QueryWatch } from '../kysely-options.ts'
import { type OpenedDatabase, openTestDatabase } from './open-database.ts'

/**
 * Our own tables and the jobs; what the migrations and pg-boss know about themselves stays. Row by row, since they are
 * few: `TRUNCATE` makes each table and each index anew, a hundred files. A table that others point to has its turn
 * again after theirs, and the audit log lets nobody take a row of it.
 */
const EMPTY = `
  DO $$
  DECLARE name text; isLeft boolean;
  BEGIN
    DELETE FROM visavis_jobs.job;
    IF EXISTS (SELECT FROM audit_events) THEN
      TRUNCATE audit_events;
    END IF;
    LOOP
      isLeft := false;
      FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely_%' LOOP
        BEGIN
          EXECUTE format('DELETE FROM public.%I', name);
        EXCEPTION WHEN foreign_key_violation THEN
          isLeft := true;
        END;
      END LOOP;
      EXIT WHEN NOT isLeft;
    END LOOP;
  END $$`

export interface EmptiableDatabase extends OpenedDatabase {
  /** Runs statements on it. */
  exec(sql: string): Promise<unknown>
}

export const empty = async ({ exec }: EmptiableDatabase): Promise<void> => {
  await exec(EMPTY)
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
      const opened = await opening
      return { database: opened.database, dispose: () => empty(opened) }
    },
    close: async () => (await opening)?.dispose(),
  }
}

export interface EmptiablePglite extends EmptiableDatabase {
  /** What it runs on, for what no repository would do. */
  pglite: PGlite
}

/** As `openTestDatabase`; the database keeps what it runs on to itself, so that is caught on its way. */
export const openEmptiablePglite = async (watch?: QueryWatch): Promise<EmptiablePglite> => {
  const create = vi.spyOn(PGlite, 'create')
  try {
    const opened = await openTestDatabase(watch)
    const pglite: PGlite = await create.mock.results.at(-1)?.value
    return { ...opened, pglite, exec: (sql) => pglite.exec(sql) }
  } finally {
    create.mockRestore()
  }
}
