import type { Overview } from '@visavis/shared/overview-api'
import { Time } from '../parts/Time.tsx'
import { ListLink } from './ListLink.tsx'
import { TimeChart } from './TimeChart.tsx'

/** Over time: a picture, and the same in a table, where each number leads on. */
export const Series = ({ series: { parts, seconds } }: { series: Overview['series'] }) => {
  const toSpan = (from: string) => ({
    created_after: from,
    created_before: new Date(Date.parse(from) + seconds * 1000).toISOString(),
  })
  return (
    <section className="card" aria-labelledby="series">
      <h2 id="series">Over time</h2>
      <TimeChart parts={parts} />
      <details>
        <summary>The same as a table</summary>
        <div className="table-box">
          <table aria-labelledby="series">
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">All</th>
                <th scope="col">Approved</th>
                <th scope="col">Declined</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ from, total, approved, declined }) => (
                <tr key={from}>
                  <td>
                    <Time iso={from} />
                  </td>
                  <td>
                    <ListLink count={total} of="All of that time" more={toSpan(from)} />
                  </td>
                  <td>
                    <ListLink
                      count={approved}
                      of="Approved of that time"
                      more={{ ...toSpan(from), status: 'approved' }}
                    />
                  </td>
                  <td>
                    <ListLink
                      count={declined}
                      of="Declined of that time"
                      more={{ ...toSpan(from), status: 'declined' }}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}
