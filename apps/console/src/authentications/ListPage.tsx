import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FaceAuthentication, journeysQuery, listQuery, type Search, toCursor } from '../api/queries.ts'
import { Badge } from '../parts/Badge.tsx'
import { DateFilter } from '../parts/DateFilter.tsx'
import { FilterChips } from '../parts/FilterChips.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Pager } from '../parts/Pager.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { SelectFilter } from '../parts/SelectFilter.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { CODE_OPTIONS, STATUS_WORDS } from '../words/words.ts'

const route = getRouteApi('/desk/authentications')

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
  const search: Search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery({ ...listQuery(search), placeholderData: keepPreviousData })
  const journeys = useQuery(journeysQuery).data?.data ?? []
  const toName = (id: string) => journeys.find((journey) => journey.id === id)?.name ?? id

  /** Another filter begins with the newest again. */
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ search: ({ cursor: _, ...before }: Search) => ({ ...before, ...change }) as Search })

  /** One box for all that people have in their hands. */
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
    <>
      <Heading title="Face authentications" />
      <div className="filters">
        <SearchField
          label="Find"
          hint="fav_…, aplt_… or your own id of the applicant"
          value={search.applicant_id ?? search.external_applicant_id}
          onSearch={find}
        />
        <SelectFilter
          label="Status"
          value={search.status}
          options={STATUS_OPTIONS}
          onChange={(status) => set({ status })}
        />
        <SelectFilter
          label="Reason"
          value={search.response_code}
          options={CODE_OPTIONS}
          onChange={(response_code) => set({ response_code })}
        />
        <SelectFilter
          label="Journey"
          value={search.user_journey_id}
          options={journeys.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(user_journey_id) => set({ user_journey_id })}
        />
        <DateFilter
          label="From"
          value={search.created_after}
          onChange={(created_after) => set({ created_after })}
        />
        <DateFilter
          label="Before"
          value={search.created_before}
          onChange={(created_before) => set({ created_before })}
        />
      </div>
      <FilterChips search={search} names={CHIPS} onRemove={(name) => set({ [name]: undefined })} />
      <Trouble error={list.error} />
      {list.data && <Rows rows={list.data.data} toName={toName} isStale={list.isPlaceholderData} />}
      <Pager
        cursor={search.cursor}
        next={toCursor(list.data)}
        onGo={(cursor) => void navigate({ search: (before: Search) => ({ ...before, cursor }) as Search })}
      />
    </>
  )
}

interface RowsProps {
  rows: readonly FaceAuthentication[]
  toName: (journeyId: string) => string
  isStale: boolean
}

const Rows = ({ rows, toName, isStale }: RowsProps) =>
  rows.length === 0 ? (
    <p className="empty" role="status">
      Nothing fits. Take a filter away.
    </p>
  ) : (
    <div className="table-box">
      <table aria-label="Face authentications, newest first" aria-busy={isStale}>
        <thead>
          <tr>
            <th scope="col">Created</th>
            <th scope="col">Status</th>
            <th scope="col">Reason</th>
            <th scope="col" className="wide">
              Journey
            </th>
            <th scope="col" className="wide">
              Applicant
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [words, tone] = STATUS_WORDS[row.status]
            return (
              <tr key={row.id}>
                <td>
                  <Link to="/authentications/$id" params={{ id: row.id }}>
                    <Time iso={row.created_on} />
                  </Link>
                </td>
                <td>
                  <Badge words={words} tone={tone} />
                </td>
                <td>
                  {row.response_codes
                    .map(({ code, summary }) => `${code} ${summary.replaceAll('_', ' ')}`)
                    .join(', ')}
                </td>
                <td className="wide">{toName(row.user_journey_id)}</td>
                <td className="wide">
                  <code>{row.applicant_id}</code>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
