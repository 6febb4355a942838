import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { sql } from 'kysely'
import * as z from 'zod'
import type { Handle } from '../../storage/tables.ts'
import type { ArchiveEntry } from './archive.ts'
import { type BackupTable, toRowsName } from './head.ts'

const ROWS_A_PART = 500
const rowsSchema = z.array(z.string())

/** How rows are written as texts must not depend on how a server is set up (PostgreSQL's manual, §19.11). */
export const settleTexts = async (db: Handle): Promise<void> => {
  for (const setting of ["datestyle = 'ISO'", "timezone = 'UTC'", "intervalstyle = 'postgres'"]) {
    await sql.raw(`SET LOCAL ${setting}`).execute(db)
  }
  await sql.raw("SET LOCAL bytea_output = 'hex'").execute(db)
  await sql.raw('SET LOCAL extra_float_digits = 1').execute(db)
}

/**
 * All that hold rows: partitions, which come last, not what they are parts of. Not what counts for minutes (unlogged) or
 * belongs to an extension, and not the job queue, which every start fills anew from the rows.
 */
export const listTables = async (db: Handle): Promise<BackupTable[]> => {
  const { rows } = await sql<
    Omit<BackupTable, 'gallery'> & { isPartition: boolean; dimensions: number | null }
  >`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
      c.relispartition AS is_partition,
      max(a.atttypmod) FILTER (WHERE format_type(a.atttypid, NULL) = 'vector') AS dimensions
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
      AND c.relname NOT LIKE 'kysely%'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
    GROUP BY c.oid ORDER BY c.relispartition, c.relname`.execute(db)
  return rows.map(({ name, columns, isPartition, dimensions }) => ({
    name,
    columns,
    ...(isPartition && dimensions ? { gallery: { id: Number(/\d+$/.exec(name)?.[0]), dimensions } } : {}),
  }))
}

/** Rows as PostgreSQL writes them, which reads them back to the last bit, whatever their types. */
export async function* readRows(trx: Handle, table: string): AsyncGenerator<ArchiveEntry> {
  const cursor = sql.id(`backup_${table}`)
  await sql`DECLARE ${cursor} NO SCROLL CURSOR FOR
    SELECT whole_row::text AS line FROM ${sql.table(table)} AS whole_row`.execute(trx)
  for (let number = 1; ; number += 1) {
    const { rows } = await sql<{
      line: string
    }>`FETCH ${sql.lit(ROWS_A_PART)} FROM ${cursor}`.execute(trx)
    if (rows.length === 0) break
    const text = JSON.stringify(rows.map(({ line }) => line))
    yield { name: toRowsName(table, number), bytes: await promisify(gzip)(text) }
  }
  await sql`CLOSE ${cursor}`.execute(trx)
}

/** @returns how many there were */
export const writeRows = async (
  trx: Handle,
  { name, columns }: BackupTable,
  bytes: Uint8Array,
): Promise<number> => {
  const lines = rowsSchema.parse(JSON.parse((await promisify(gunzip)(bytes)).toString()))
  // As a text of its own: no driver knows how to write an array of these.
  const array = `{${lines.map((line) => `"${line.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`
  const list = sql.join(columns.map((column) => sql.id(column)))
  const table = sql.table(name)
  // Numbers that the database gives are those that they were.
  await sql`INSERT INTO ${table} (${list}) OVERRIDING SYSTEM VALUE
    SELECT ${list} FROM unnest(${array}::text::${table}[])`.execute(trx)
  return lines.length
}
