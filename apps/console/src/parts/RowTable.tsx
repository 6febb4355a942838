import type { ReactNode } from 'react'

export interface Column<Row> {
  name: string
  cell: (row: Row) => ReactNode
  /** Left out on a phone. */
  isWide?: boolean
}

interface RowTableProps<Row> {
  /** For whoever hears it. */
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  isStale?: boolean
  /** In the place of a table without rows. */
  empty: string
}

export const RowTable = <Row extends { id: string }>({
  label,
  rows,
  columns,
  isStale = false,
  empty,
}: RowTableProps<Row>) =>
  rows.length === 0 ? (
    <p className="empty" role="status">
      {empty}
    </p>
  ) : (
    <div className="table-box">
      <table aria-label={label} aria-busy={isStale}>
        <thead>
          <tr>
            {columns.map(({ name, isWide }) => (
              <th key={name} scope="col" className={isWide ? 'wide' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ name, cell, isWide }) => (
                <td key={name} className={isWide ? 'wide' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
