import type { Overview } from '@visavis/shared/overview-api'
import { Badge } from '../parts/Badge.tsx'
import { FUNNEL_WORDS, formatShare } from '../words/course-words.ts'
import { ListLink } from './ListLink.tsx'
import { findLeak } from './overview-links.ts'

/** From the link to the decision: how many came to each step, and where the others stayed. */
export const Funnel = ({ funnel }: { funnel: Overview['funnel'] }) => {
  const all = funnel[0]?.reached ?? 0
  const leak = findLeak(funnel)
  return (
    <section className="card" aria-labelledby="funnel">
      <h2 id="funnel">How far people come</h2>
      <div className="table-box">
        <table aria-labelledby="funnel">
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Came here</th>
              <th scope="col" className="wide">
                Of all
              </th>
              <th scope="col">Stopped here</th>
            </tr>
          </thead>
          <tbody>
            {funnel.map(({ step, reached, stopped }) => (
              <tr key={step}>
                <th scope="row">{FUNNEL_WORDS[step]}</th>
                <td>
                  <ListLink count={reached} of={`Came to ${FUNNEL_WORDS[step]}`} more={{ reached: step }} />
                </td>
                <td className="wide">
                  <span className="bar-box">
                    <span
                      aria-hidden="true"
                      className="bar-full"
                      style={{ inlineSize: `${all === 0 ? 0 : (reached / all) * 100}%` }}
                    />
                  </span>
                  {formatShare(reached, all)}
                </td>
                <td>
                  {step !== 'decided' && (
                    <ListLink
                      count={stopped}
                      of={`Stopped at ${FUNNEL_WORDS[step]}`}
                      more={{ stopped_at: step }}
                    />
                  )}{' '}
                  {step === leak?.step && <Badge words="most stop here" tone="care" />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
