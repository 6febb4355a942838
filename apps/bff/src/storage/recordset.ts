import { sql } from 'kysely'

const toColumn = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Rows of a table out of a single JSON parameter, in their order and however many they are: the wire protocol counts
 * parameters in 16 bits. Not for tables with bytes in them.
 */
export const toRecordset = (table: string, rows: readonly object[]) => {
  const named = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [toColumn(name), value])),
  )
  return sql`jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(named)}::jsonb)`
}

/** Names of columns for an INSERT that takes rows from elsewhere. */
export const toColumnList = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))
