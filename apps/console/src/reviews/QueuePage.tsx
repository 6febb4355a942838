import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ConsoleReviewsView } from '@visavis/shared/console-api'
import { journeysQuery, reviewsQuery, toCursor } from '../api/queries.ts'
import { Heading } from '../parts/Heading.tsx'
import { Pager } from '../parts/Pager.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { useListSearch } from '../parts/use-list-search.ts'
import { REVIEW_CAUSE_WORDS, toCountWords } from '../words/words.ts'

type Waiting = ConsoleReviewsView['data'][number] & { id: string }

/** Whoever has waited longest comes first. */
export const QueuePage = () => {
  const { search, go } = useListSearch()
  const { data, error, isPlaceholderData } = useQuery({
    ...reviewsQuery(search),
    placeholderData: keepPreviousData,
  })
  const journeys = useQuery(journeysQuery).data?.data ?? []
  const columns: readonly Column<Waiting>[] = [
    {
      name: 'Since',
      cell: (row) => (
        <Link to="/reviews/$subjectId" params={{ subjectId: row.id }}>
          <Time iso={row.created_on} />
        </Link>
      ),
    },
    {
      name: 'Why',
      cell: (row) => (
        <>
          {REVIEW_CAUSE_WORDS[row.cause]}
          {row.four_eyes && <span className="quiet"> · two people have to agree</span>}
        </>
      ),
    },
    {
      name: 'Journey',
      cell: ({ user_journey_id: id }) => journeys.find((journey) => journey.id === id)?.name ?? id,
    },
    { name: 'Applicant', cell: (row) => <code>{row.applicant_id}</code>, isWide: true },
  ]
  return (
    <>
      <Heading title="Reviews" />
      <Trouble error={error} />
      {data && data.count > 0 && <p role="status">{`${toCountWords(data.count)} waiting, oldest first.`}</p>}
      {data && (
        <RowTable
          label="What waits for a review, oldest first"
          rows={data.data.map((row) => ({ ...row, id: row.subject_id }))}
          columns={columns}
          isStale={isPlaceholderData}
          empty={data.count === 0 ? 'Nobody waits for a review.' : 'Nobody waits any more on this page.'}
        />
      )}
      <Pager cursor={search.cursor} next={toCursor(data)} words={['Oldest', 'Newer']} onGo={go} />
    </>
  )
}
