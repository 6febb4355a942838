import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '../api/queries.ts'

type Change = Readonly<Record<string, string | undefined>>

/** What the address asks of a list, and how to ask something else. */
export const useListSearch = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const change = (to: (before: Search) => Change) => void navigate({ to: '.', search: to as never })
  return {
    search,
    /** Another filter begins with the newest again. */
    set: (filters: Change) => change(({ cursor: _, ...before }) => ({ ...before, ...filters })),
    go: (cursor: string | undefined) => change((before) => ({ ...before, cursor })),
  }
}
