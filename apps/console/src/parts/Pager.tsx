interface PagerProps {
  cursor: string | undefined
  next: string | undefined
  onGo: (cursor: string | undefined) => void
}

/** Behind a cursor nobody counts pages: there is the first one, and the one behind this. */
export const Pager = ({ cursor, next, onGo }: PagerProps) => (
  <nav className="pager" aria-label="Pages">
    {cursor && (
      <button type="button" className="button button-quiet" onClick={() => onGo(undefined)}>
        Newest
      </button>
    )}
    {next && (
      <button type="button" className="button button-quiet" onClick={() => onGo(next)}>
        Older
      </button>
    )}
  </nav>
)
