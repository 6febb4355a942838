import { Link } from '@tanstack/react-router'
import type { Overview } from '@visavis/shared/overview-api'
import { useContext } from 'react'
import type { Search } from '../api/queries.ts'
import { formatShare } from '../words/course-words.ts'
import { ListLink, ScopeContext } from './ListLink.tsx'

interface GroupRow extends Pick<Overview['browsers'][number], 'total' | 'approved' | 'declined'> {
  words: string
  /** What picks the group, here and in the list. */
  more: Search
}

/** A way to divide all of them; its names lead into the part. */
export const GroupTable = ({ id, title, rows }: { id: string; title: string; rows: readonly GroupRow[] }) => {
  const scope = useContext(ScopeContext)
  return rows.length === 0 ? null : (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="wide-box">
        <table aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">Which</th>
              <th scope="col">All</th>
              <th scope="col">Approved</th>
              <th scope="col">Declined</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ words, more, total, approved, declined }) => (
              <tr key={words}>
                <th scope="row">
                  <Link to="/" search={{ ...scope, ...more }} aria-label={`${words} alone`}>
                    {words}
                  </Link>
                </th>
                <td>
                  <ListLink count={total} of={words} more={more} />
                </td>
                <td>
                  <ListLink
                    count={approved}
                    of={`${words}, approved`}
                    more={{ ...more, status: 'approved' }}
                  />{' '}
                  <span className="quiet">{formatShare(approved, total)}</span>
                </td>
                <td>
                  <ListLink
                    count={declined}
                    of={`${words}, declined`}
                    more={{ ...more, status: 'declined' }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
