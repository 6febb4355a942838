import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Journey, journeyPageQuery } from '../api/journeys.ts'
import { toSkip } from '../api/queries.ts'
import { Heading } from '../parts/Heading.tsx'
import { Pager } from '../parts/Pager.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { useListSearch } from '../parts/use-list-search.ts'
import { toPlainWords } from './journey-words.ts'

const COLUMNS: readonly Column<Journey>[] = [
  {
    name: 'Name',
    cell: ({ id, name }) => (
      <Link to="/journeys/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { name: 'Provider', cell: (journey) => journey.provider },
  { name: 'Liveness', cell: (journey) => toPlainWords(journey.liveness_policy) },
  { name: 'Match level', cell: (journey) => journey.minimum_match_level, isWide: true },
  { name: 'Last change', cell: (journey) => <Time iso={journey.modified_on} />, isWide: true },
  { name: 'Id', cell: (journey) => <code>{journey.id}</code>, isWide: true },
]

export const JourneysPage = () => {
  const { search, set } = useListSearch()
  const { skip } = search
  const { data, error, isPlaceholderData } = useQuery({
    ...journeyPageQuery(skip ?? '0'),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Heading title="Journeys">
        <Link to="/journeys/new">New journey</Link>
      </Heading>
      <Trouble error={error} />
      {data && (
        <RowTable
          label="Journeys, oldest first"
          rows={data.data}
          columns={COLUMNS}
          isStale={isPlaceholderData}
          empty="There is no journey."
        />
      )}
      <Pager cursor={skip} next={toSkip(data)} words={['Oldest', 'Newer']} onGo={(to) => set({ skip: to })} />
    </>
  )
}
