import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { SealedColumn } from './sealed-column.ts'
import { toSealedPrefix } from './sealer.ts'

/** With the columns that its place names. */
export interface SealedRow extends Readonly<Record<string, unknown>> {
  sealed: Uint8Array
  tenantId?: string
  applicantId?: string
  applicantKey?: Uint8Array | null
}

export interface SealedCount {
  done: number
  /** Sealed by another key than the present one, or as versions before this did. */
  waiting: number
}

/** Every column of every table that holds sealed values; which there are is told by the rooms that own them. */
export interface SealedColumnsRepo {
  /** Rows that `keyId` has not sealed, in the order of their keys. @param after the last one that was looked at */
  list(column: SealedColumn, keyId: number, after: SealedRow | undefined, limit: number): Promise<SealedRow[]>
  /** Unless it has changed or gone since it was read. */
  replace(column: SealedColumn, row: SealedRow, sealed: Uint8Array): Promise<void>
  count(column: SealedColumn, keyId: number): Promise<SealedCount>
}

const tuple = (parts: readonly unknown[]): RawBuilder<unknown> => sql`(${sql.join(parts)})`

const of = (table: string, columns: readonly string[]) => columns.map((name) => sql.ref(`${table}.${name}`))

const valuesOf = (row: SealedRow, columns: readonly string[]): unknown[] => columns.map((name) => row[name])

const isBy = (keyId: number, { table, column }: SealedColumn) =>
  sql<boolean>`substring(${sql.ref(`${table}.${column}`)} from 1 for 5) = ${toSealedPrefix(keyId)}`

export const sealedColumnsRepo = (db: Kysely<object>): SealedColumnsRepo => ({
  list: async (place, keyId, after, limit) => {
    const { table, column, key, columns = [], owner, isApplicants } = place
    const home = owner?.table ?? table
    const selected = [
      ...of(table, [...key, ...columns]),
      ...(owner ? of(owner.table, ['tenantId', 'applicantId']) : []),
      sql`${sql.ref(`${table}.${column}`)} AS sealed`,
      ...(isApplicants
        ? [
            sql`(SELECT own.sealed FROM applicant_keys AS own
              WHERE own.applicant_id = ${sql.ref(`${home}.applicantId`)}) AS applicant_key`,
          ]
        : []),
    ]
    const joined = owner
      ? sql`JOIN ${sql.table(owner.table)} ON ${sql.ref(`${owner.table}.${owner.key}`)} = ${of(table, key)[0]}`
      : sql``
    const later = after ? sql`AND ${tuple(of(table, key))} > ${tuple(valuesOf(after, key))}` : sql``
    const { rows } = await sql<SealedRow>`
      SELECT ${sql.join(selected)} FROM ${sql.table(table)} ${joined}
      WHERE ${sql.ref(`${table}.${column}`)} IS NOT NULL AND NOT ${isBy(keyId, place)} ${later}
      ORDER BY ${sql.join(of(table, key))} LIMIT ${limit}`.execute(db)
    return rows
  },
  replace: async ({ table, column, key }, row, sealed) => {
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(column)} = ${sealed}
      WHERE ${tuple(of(table, key))} = ${tuple(valuesOf(row, key))}
        AND ${sql.ref(`${table}.${column}`)} = ${row.sealed}`.execute(db)
  },
  count: async (place, keyId) => {
    const { rows } = await sql<SealedCount>`
      SELECT count(*) FILTER (WHERE ${isBy(keyId, place)}) AS done,
        count(*) FILTER (WHERE NOT ${isBy(keyId, place)}) AS waiting
      FROM ${sql.table(place.table)} WHERE ${sql.ref(`${place.table}.${place.column}`)} IS NOT NULL`.execute(
      db,
    )
    return rows[0] ?? { done: 0, waiting: 0 }
  },
})
