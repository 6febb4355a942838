import { Link } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import type { Search } from '../api/queries.ts'

/** What everything on the page is counted of: filters and span. */
export const ScopeContext = createContext<Search>({})

const numbers = new Intl.NumberFormat('en')

interface ListLinkProps {
  /** What else those have that the number stands for. */
  more?: Search
  count: number
  /** What is counted, for whoever hears the number alone. */
  of: string
  /** Shown in its place. */
  children?: string
}

/** A number that leads to the list of those it counts. */
export const ListLink = ({ more = {}, count, of, children }: ListLinkProps) => {
  const scope = useContext(ScopeContext)
  const text = children ?? numbers.format(count)
  return count === 0 ? (
    <span>{text}</span>
  ) : (
    <Link to="/authentications" search={{ ...scope, ...more }} aria-label={`${of}: ${text}, to the list`}>
      {text}
    </Link>
  )
}
