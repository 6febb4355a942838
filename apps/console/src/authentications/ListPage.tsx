import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FaceAuthentication, journeysQuery, listQuery } from '../api/queries.ts'
import { FilterChips } from '../parts/FilterChips.tsx'
import { type Filter, FilteredList } from '../parts/FilteredList.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { useListSearch } from '../parts/use-list-search.ts'
import { CODE_OPTIONS, STATUS_WORDS } from '../words/words.ts'
import { AUTHENTICATION_COLUMNS } from './columns.tsx'

/** What the overview's numbers set. */
const CHIPS = [
  'provider',
  'system',
  'device',
  'browser',
  'country',
  'reached',
  'stopped_at',
  'retry_reason',
  'guidance',
  'camera_failure',
  'liveness',
] as const

const STATUS_OPTIONS = Object.entries(STATUS_WORDS).map(([value, [label]]) => ({ value, label }))

export const ListPage = () => {
  const journeys = useQuery(journeysQuery).data?.data ?? []
  const toName = (id: string) => journeys.find((journey) => journey.id === id)?.name ?? id
  const options = journeys.map(({ id, name }) => ({ value: id, label: name }))
  const filters: readonly Filter[] = [
    { kind: 'select', name: 'status', label: 'Status', options: STATUS_OPTIONS },
    { kind: 'select', name: 'response_code', label: 'Reason', options: CODE_OPTIONS },
    { kind: 'select', name: 'user_journey_id', label: 'Journey', options },
  ]
  const columns: readonly Column<FaceAuthentication>[] = [
    ...AUTHENTICATION_COLUMNS,
    { name: 'Journey', cell: (row) => toName(row.user_journey_id), isWide: true },
    {
      name: 'Applicant',
      cell: ({ applicant_id: id }) => (
        <Link to="/applicants/$id" params={{ id }}>
          <code>{id}</code>
        </Link>
      ),
      isWide: true,
    },
  ]
  return (
    <FilteredList
      title="Face authentications"
      find={<Find />}
      more={<Chips />}
      filters={filters}
      columns={columns}
      query={listQuery}
    />
  )
}

const Chips = () => {
  const { search, set } = useListSearch()
  return <FilterChips search={search} names={CHIPS} onRemove={(name) => set({ [name]: undefined })} />
}

/** One box for all that people have in their hands. */
const Find = () => {
  const { search, set } = useListSearch()
  const navigate = useNavigate()
  const find = (text: string | undefined) => {
    if (text?.startsWith('fav_')) {
      void navigate({ to: '/authentications/$id', params: { id: text } })
      return
    }
    const isApplicant = text?.startsWith('aplt_')
    set({
      applicant_id: isApplicant ? text : undefined,
      external_applicant_id: isApplicant ? undefined : text,
    })
  }
  return (
    <SearchField
      label="Find"
      hint="fav_…, aplt_… or your own id of the applicant"
      value={search.applicant_id ?? search.external_applicant_id}
      onSearch={find}
    />
  )
}
