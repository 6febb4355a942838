import { readToken } from './read-token.ts'

/**
 * The link's secret, taken out of the address before anything else runs: an address is seen by history, by screenshots,
 * by whoever is handed the window. The history entry keeps it, so that a reload resumes. Import this first.
 */
const read = (view: Window): string => {
  const { hash, pathname, search } = view.location
  const given = readToken(hash)
  if (given === '') return view.history.state?.visavis ?? ''
  view.history.replaceState({ visavis: given }, '', `${pathname}${search}`)
  return given
}

/** What stood behind the `#`; empty without one. */
export const LINK_SECRET = read(window)

/** The whole link, for a person who takes it to another browser. */
export const toOwnLink = (): string => `${location.href}${LINK_SECRET === '' ? '' : `#${LINK_SECRET}`}`
