import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { auditQuery, type Search, toCursor } from '../api/queries.ts'
import { DateFilter } from '../parts/DateFilter.tsx'
import { Heading } from '../parts/Heading.tsx'
import { Pager } from '../parts/Pager.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { SelectFilter } from '../parts/SelectFilter.tsx'
import { Time } from '../parts/Time.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { ACTION_WORDS, ACTOR_WORDS } from '../words/words.ts'

const route = getRouteApi('/desk/audit')

const ACTIONS = Object.entries(ACTION_WORDS)
  .map(([value, label]) => ({ value, label }))
  .sort((a, b) => a.label.localeCompare(b.label))

export const AuditPage = () => {
  const search: Search = route.useSearch()
  const navigate = route.useNavigate()
  const list = useQuery({ ...auditQuery(search), placeholderData: keepPreviousData })
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ search: ({ cursor: _, ...before }: Search) => ({ ...before, ...change }) as Search })
  return (
    <>
      <Heading title="Audit log" />
      <div className="filters">
        <SearchField
          label="Done to"
          hint="face_…, asst_…, aplt_…"
          value={search.subject_id}
          onSearch={(subject_id) => set({ subject_id })}
        />
        <SearchField
          label="Done by"
          hint="cusr_…, key_…"
          value={search.actor_id}
          onSearch={(actor_id) => set({ actor_id })}
        />
        <SelectFilter
          label="What"
          value={search.action}
          options={ACTIONS}
          onChange={(action) => set({ action })}
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
      <Trouble error={list.error} />
      {list.data?.data.length === 0 && (
        <p className="empty" role="status">
          Nothing fits. Take a filter away.
        </p>
      )}
      {list.data && list.data.data.length > 0 && (
        <div className="table-box">
          <table aria-label="Audit log, newest first" aria-busy={list.isPlaceholderData}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">By</th>
                <th scope="col" className="wide">
                  To
                </th>
                <th scope="col" className="wide">
                  From
                </th>
              </tr>
            </thead>
            <tbody>
              {list.data.data.map((event) => (
                <tr key={event.id}>
                  <td>
                    <Time iso={event.created_on} />
                  </td>
                  <td>{ACTION_WORDS[event.action]}</td>
                  <td>
                    {ACTOR_WORDS[event.actor.type]} {event.actor.id && <code>{event.actor.id}</code>}
                  </td>
                  <td className="wide">{event.subject.id && <code>{event.subject.id}</code>}</td>
                  <td className="wide">{event.client_address}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager
        cursor={search.cursor}
        next={toCursor(list.data)}
        onGo={(cursor) => void navigate({ search: (before: Search) => ({ ...before, cursor }) as Search })}
      />
    </>
  )
}
