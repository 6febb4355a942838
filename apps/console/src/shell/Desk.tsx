import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { hasRole, OPERATOR } from '@visavis/shared/console-roles'
import { useEffect, useRef } from 'react'
import { IS_TEST, LIVE_DESK, TEST_DESK } from '../api/mode.ts'
import { signOut } from '../api/passkey.ts'
import { listToAnswer, pictureRequestsQuery } from '../api/picture-requests.ts'
import { meQuery, reviewsQuery } from '../api/queries.ts'
import { signInWaysQuery } from '../api/single-sign-on.ts'
import { toCountWords } from '../words/words.ts'
import { Switcher } from './Switcher.tsx'

/** What stands around every page of somebody who is signed in. */
export const Desk = () => {
  const { data: me } = useQuery(meQuery)
  const isReviewer = me !== undefined && hasRole(me.role, 'reviewer')
  const { data: reviews } = useQuery({ ...reviewsQuery(), enabled: isReviewer })
  const { data: requests } = useQuery({ ...pictureRequestsQuery, enabled: isReviewer })
  const asked = listToAnswer(requests).length
  const { pathname } = useLocation()
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the current one, or there are more of them
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]')
    current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname, me, reviews, requests])
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutate } = useMutation({
    mutationFn: signOut,
    // Whatever the server says: nothing of it stays on the screen.
    onSettled: async () => {
      await navigate({ to: '/sign-in' })
      // But for what the sign-in page has asked by now, which is nobody's.
      client.removeQueries({ predicate: ({ queryKey: [name] }) => name !== signInWaysQuery.queryKey[0] })
      client.getMutationCache().clear()
    },
  })
  return (
    <>
      <a className="skip" href="#content">
        To the content
      </a>
      {IS_TEST && (
        <aside className="test-strip" aria-label="Test mode">
          <strong>Test mode</strong>, apart from the live data. <a href={LIVE_DESK}>To the live data</a>
        </aside>
      )}
      <header className="bar">
        <span className="brand">Visavis</span>
        <span className="who">
          {me && <span className="who-name">{`${me.name}, ${me.role}, ${me.tenant.name}`}</span>}
          {me && <Switcher {...me} />}
          {me?.has_test_mode && !IS_TEST && <a href={TEST_DESK}>Test mode</a>}
          <button type="button" className="button button-quiet" onClick={() => mutate()}>
            Sign out
          </button>
        </span>
        <nav ref={nav} aria-label="Main">
          {me?.role === OPERATOR ? (
            <Link to="/installation">Installation</Link>
          ) : (
            <>
              <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
                Overview
              </Link>
              <Link to="/authentications" activeOptions={{ includeSearch: false }}>
                Face authentications
              </Link>
              <Link to="/applicants" activeOptions={{ includeSearch: false }}>
                Applicants
              </Link>
            </>
          )}
          {isReviewer && (
            <Link to="/reviews" activeOptions={{ includeSearch: false }}>
              Reviews{' '}
              {reviews && reviews.count > 0 && (
                <span className="count">
                  {toCountWords(reviews.count)}
                  <span className="unseen"> waiting</span>
                </span>
              )}
            </Link>
          )}
          {requests?.picture_access === 'two_people' && (
            <Link to="/picture-requests">
              Picture requests{' '}
              {asked > 0 && (
                <span className="count">
                  {asked}
                  <span className="unseen"> waiting</span>
                </span>
              )}
            </Link>
          )}
          {me && hasRole(me.role, 'admin') && (
            <>
              <Link to="/journeys">Journeys</Link>
              <Link to="/webhooks" activeOptions={{ includeSearch: false }}>
                Webhooks
              </Link>
              <Link to="/keys" activeOptions={{ includeSearch: false }}>
                Keys
              </Link>
              <Link to="/team">Team</Link>
              <Link to="/audit">Audit log</Link>
            </>
          )}
        </nav>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  )
}
