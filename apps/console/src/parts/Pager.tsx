interface PagerProps {
  cursor: string | undefined
  next: string | undefined
  /** What is on the first page, and what behind this one; by default that of a list that begins with the newest. */
  words?: readonly [first: string, behind: string]
  onGo: (cursor: string | undefined) => void
}

/** Behind a cursor nobody counts pages: there is the first one, and the one behind this. */
export const Pager = ({ cursor, next, words: [first, behind] = ['Newest', 'Older'], onGo }: PagerProps) => (
  <nav className="pager" aria-label="Pages">
    {cursor && (
      <button type="button" className="button button-quiet" onClick={() => onGo(undefined)}>
        {first}
      </button>
    )}
    {next && (
      <button type="button" className="button button-quiet" onClick={() => onGo(next)}>
        {behind}
      </button>
    )}
  </nav>
)
