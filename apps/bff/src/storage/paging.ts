import type { Cursor } from '@visavis/shared/cursor'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** Which part of a list is wanted. */
export interface Page {
  skip: number
  limit: number
}

export interface Paged<Row> {
  totalCount: number
  rows: Row[]
}

/** Which part of a list is wanted, newest first: however far behind it is, an index leads there. */
export interface CursorPage {
  after?: Cursor | undefined
  limit: number
}

/** Nothing is counted. */
export interface CursorPaged<Row> {
  rows: Row[]
  /** Where the next page begins, if there is one. */
  next: Cursor | undefined
}

export interface CreatedFilter {
  /** Then or later. */
  createdAfter?: Date | undefined
  /** Earlier than that. */
  createdBefore?: Date | undefined
}

/** What lies behind a cursor. */
export type ListOrder = (after: Cursor) => RawBuilder<SqlBool>

const BY_TIME_AND_ID: ListOrder = ({ createdOn, id }) =>
  sql`(created_on, id) < (${createdOn}::timestamptz, ${id}::text)`

/** Conditions on `created_on` and `id` of the one table that a query is about. */
export const whereListed = (
  { createdAfter, createdBefore }: CreatedFilter,
  { after }: CursorPage,
  isBehind = BY_TIME_AND_ID,
): RawBuilder<SqlBool>[] => [
  ...(createdAfter ? [sql<SqlBool>`created_on >= ${createdAfter}::timestamptz`] : []),
  ...(createdBefore ? [sql<SqlBool>`created_on < ${createdBefore}::timestamptz`] : []),
  ...(after ? [isBehind(after)] : []),
]

/** @param rows one more than are wanted, if there are so many */
export const toCursorPaged = <Row extends Cursor>(
  rows: readonly Row[],
  { limit }: CursorPage,
): CursorPaged<Row> => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), next: last && { createdOn: last.createdOn, id: last.id } }
}
