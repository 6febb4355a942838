import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ConsoleReviewsView } from '@visavis/shared/console-api'
import { journeysQuery, reviewsQuery } from '../api/queries.ts'
import { Heading } from '../parts/Heading.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { REVIEW_CAUSE_WORDS, toCountWords } from '../words/words.ts'

/** Whoever has waited longest comes first. */
export const QueuePage = () => {
  const { data, error } = useQuery(reviewsQuery)
  return (
    <>
      <Heading title="Reviews" />
      <Trouble error={error} />
      {data && (
        <p role="status">
          {data.count === 0
            ? 'Nobody waits for a review.'
            : `${toCountWords(data.count)} waiting, oldest first.`}
        </p>
      )}
      {data && data.data.length > 0 && <Rows rows={data.data} />}
    </>
  )
}

const Rows = ({ rows }: { rows: ConsoleReviewsView['data'] }) => {
  const journeys = useQuery(journeysQuery).data?.data ?? []
  const toName = (id: string | undefined) => journeys.find((journey) => journey.id === id)?.name ?? id
  return (
    <div className="table-box">
      <table aria-label="What waits for a review, oldest first">
        <thead>
          <tr>
            <th scope="col">Since</th>
            <th scope="col">Why</th>
            <th scope="col">Journey</th>
            <th scope="col" className="wide">
              Applicant
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.subject_id}>
              <td>
                <Link to="/reviews/$subjectId" params={{ subjectId: row.subject_id }}>
                  <Time iso={row.created_on} />
                </Link>
              </td>
              <td>
                {REVIEW_CAUSE_WORDS[row.cause]}
                {row.four_eyes && <span className="quiet"> · two people have to agree</span>}
              </td>
              <td>{toName(row.user_journey_id)}</td>
              <td className="wide">
                <code>{row.applicant_id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
