import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { meQuery } from '../api/queries.ts'
import { finishSignOn } from '../api/single-sign-on.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'

/** What the provider sent along is good once: it leaves the address bar, and with it the history, at once. */
const takeAnswer = (): string => {
  const answer = location.search
  history.replaceState(history.state, '', location.pathname)
  return answer
}

/** Where the sign-in provider sends the browser back to. */
export const CallbackPage = () => {
  const [answer] = useState(takeAnswer)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: ['sign-on'],
    queryFn: () => finishSignOn(answer),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    if (data?.purpose !== 'sign_in') return
    // Nothing that somebody before them saw.
    client.clear()
    client.setQueryData(meQuery.queryKey, data.user)
    void navigate({ to: '/', replace: true })
  }, [data, client, navigate])
  if (data?.purpose === 'step_up') {
    return (
      <main className="door">
        <Heading title="Confirmed" />
        <p>Close this tab, and try again in the one that you came from.</p>
      </main>
    )
  }
  return (
    <main className="door">
      <Heading title={error ? 'Not signed in' : 'Signing in…'} />
      <Trouble error={error} />
      {error && <Link to="/sign-in">Back to the sign-in page</Link>}
    </main>
  )
}
