import { sql } from 'kysely'
import type { Handle } from './tables.ts'

/** Rewriting a larger table would hold up everybody for longer than a moment; its pages are cleared by use alone. */
const MAX_REWRITTEN_BYTES = 8 * 1024 * 1024

/**
 * Takes out of the files what rows held that were changed or deleted: a row's earlier versions stay in its table until
 * that is rewritten (PostgreSQL's manual, §24.1.2), and in the log of changes until the log goes on to another file and
 * the old one is removed, which `wal_recycle=off` makes it (§28.5). One table at a time: requests go in between.
 */
export const purgePglite = async (db: Handle): Promise<void> => {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select format('%I.%I', schemaname, tablename) as name,
      pg_table_size(format('%I.%I', schemaname, tablename)::regclass)::float8 as bytes
    from pg_tables where schemaname = 'public'`.execute(db)
  for (const { name, bytes } of rows) {
    await sql.raw(bytes <= MAX_REWRITTEN_BYTES ? `vacuum full ${name}` : `vacuum ${name}`).execute(db)
  }
  await sql`select pg_switch_wal()`.execute(db)
  await sql`checkpoint`.execute(db)
}
