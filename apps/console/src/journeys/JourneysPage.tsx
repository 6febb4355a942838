import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Journey, journeySettingsQuery } from '../api/journeys.ts'
import { Heading } from '../parts/Heading.tsx'
import { type Column, RowTable } from '../parts/RowTable.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
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
  const { data, error } = useQuery(journeySettingsQuery)
  return (
    <>
      <Heading title="Journeys">
        <Link to="/journeys/new">New journey</Link>
      </Heading>
      <Trouble error={error} />
      {data && data.total_count > data.data.length && (
        <p className="quiet">
          The oldest {data.data.length} of {data.total_count}.
        </p>
      )}
      {data && (
        <RowTable
          label="Journeys, oldest first"
          rows={data.data}
          columns={COLUMNS}
          empty="There is no journey."
        />
      )}
    </>
  )
}
