import type { ReactNode } from 'react'
import type { Search } from '../api/queries.ts'
import { ListLink } from './ListLink.tsx'

interface CountedRow {
  key: string
  words: string
  count: number
  /** What the list behind it is filtered by. */
  more: Search
  note?: ReactNode
}

/** Why, and how often; nothing where nothing happened. */
export const CountTable = ({
  id,
  title,
  rows,
}: {
  id: string
  title: string
  rows: readonly CountedRow[]
}) =>
  rows.length === 0 ? null : (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table aria-labelledby={id}>
        <thead className="unseen">
          <tr>
            <th scope="col">What</th>
            <th scope="col">How many</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, words, count, more, note }) => (
            <tr key={key}>
              <th scope="row">
                {words} {note && <span className="quiet">{note}</span>}
              </th>
              <td className="number">
                <ListLink count={count} of={words} more={more} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
