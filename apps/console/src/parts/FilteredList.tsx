import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Page, type Search, toCursor } from '../api/queries.ts'
import { DateFilter } from './DateFilter.tsx'
import { Heading } from './Heading.tsx'
import { Pager } from './Pager.tsx'
import { type Column, RowTable } from './RowTable.tsx'
import { SearchField } from './SearchField.tsx'
import { SelectFilter } from './SelectFilter.tsx'
import { Trouble } from './Trouble.tsx'
import { useListSearch } from './use-list-search.ts'

/** Under the name that the API has for it. */
export type Filter = { name: string; label: string } & (
  | { kind: 'search'; hint: string }
  | { kind: 'select'; options: readonly { value: string; label: string }[] }
  | { kind: 'date' }
)

const BY_TIME: readonly Filter[] = [
  { kind: 'date', name: 'created_after', label: 'From' },
  { kind: 'date', name: 'created_before', label: 'Before' },
]

interface FilteredListProps<Row> {
  title: string
  columns: readonly Column<Row>[]
  /** All lists are asked by time as well. */
  filters: readonly Filter[]
  /** A box that finds by more than one name. */
  find?: ReactNode
  /** Filters that other pages set, below. */
  more?: ReactNode
  query: (search: Search) => UseQueryOptions<Page<Row>, Error, Page<Row>, (string | Search)[]>
}

/** A list of the API, newest first: what is asked of it stands in the address, so that a view is a link. */
export const FilteredList = <Row extends { id: string }>({
  title,
  columns,
  filters,
  find,
  more,
  query,
}: FilteredListProps<Row>) => {
  const { search, set, go } = useListSearch()
  const list = useQuery({ ...query(search), placeholderData: keepPreviousData })
  return (
    <>
      <Heading title={title} />
      <div className="filters">
        {find}
        {[...filters, ...BY_TIME].map((filter) => (
          <OneFilter
            key={filter.name}
            filter={filter}
            value={search[filter.name]}
            onChange={(value) => set({ [filter.name]: value })}
          />
        ))}
      </div>
      {more}
      <Trouble error={list.error} />
      {list.data && (
        <RowTable
          label={`${title}, newest first`}
          rows={list.data.data}
          columns={columns}
          isStale={list.isPlaceholderData}
          empty="Nothing fits. Take a filter away."
        />
      )}
      <Pager cursor={search.cursor} next={toCursor(list.data)} onGo={go} />
    </>
  )
}

interface OneFilterProps {
  filter: Filter
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const OneFilter = ({ filter, value, onChange }: OneFilterProps) => {
  const { label } = filter
  if (filter.kind === 'date') return <DateFilter label={label} value={value} onChange={onChange} />
  return filter.kind === 'select' ? (
    <SelectFilter label={label} value={value} options={filter.options} onChange={onChange} />
  ) : (
    <SearchField label={label} hint={filter.hint} value={value} onSearch={onChange} />
  )
}
