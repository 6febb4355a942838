/**
 * What the address brought along is good once: it leaves the address bar, and with it the history, at once. The `hash`
 * never reaches a server's log.
 */
export const takeFromAddress = (part: 'hash' | 'search'): string => {
  const taken = location[part]
  history.replaceState(history.state, '', location.pathname)
  return taken
}
