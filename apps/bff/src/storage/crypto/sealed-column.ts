/** What tells whose a sealed value is, as its row says it; names in camel case. */
export interface SealedColumn<Row extends object = object> {
  /** For people. */
  what: string
  table: string
  column: string
  /** Of the row, in the order of its primary key. */
  key: readonly string[]
  /** Other columns that the context names. */
  columns?: readonly string[]
  /** Where `tenantId` and `applicantId` are read that the row itself does not have; by the first column of its key. */
  owner?: { table: string; key: string }
  /** Sealed under the key of `applicantId` as well. */
  isApplicants?: boolean
  toContext(row: Row): string
  toEarlierContext?(row: Row): string
}
