import { Link, useNavigate } from '@tanstack/react-router'
import { type Applicant, applicantsQuery } from '../api/queries.ts'
import { FilteredList } from '../parts/FilteredList.tsx'
import type { Column } from '../parts/RowTable.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { Time } from '../parts/Time.tsx'
import { useListSearch } from '../parts/use-list-search.ts'

const COLUMNS: readonly Column<Applicant>[] = [
  {
    name: 'Created',
    cell: (row) => (
      <Link to="/applicants/$id" params={{ id: row.id }}>
        <Time iso={row.created_on} />
      </Link>
    ),
  },
  { name: 'Your id', cell: (row) => row.external_applicant_id },
  { name: 'Name', cell: (row) => row.external_applicant_name },
  { name: 'E-mail', cell: (row) => row.email, isWide: true },
  { name: 'Id', cell: (row) => <code>{row.id}</code>, isWide: true },
]

export const ApplicantsPage = () => (
  <FilteredList title="Applicants" find={<Find />} filters={[]} columns={COLUMNS} query={applicantsQuery} />
)

const Find = () => {
  const { search, set } = useListSearch()
  const navigate = useNavigate()
  const find = (text: string | undefined) => {
    if (text?.startsWith('aplt_')) void navigate({ to: '/applicants/$id', params: { id: text } })
    else set({ external_applicant_id: text })
  }
  return (
    <SearchField
      label="Find"
      hint="aplt_… or your own id of the applicant"
      value={search.external_applicant_id}
      onSearch={find}
    />
  )
}
