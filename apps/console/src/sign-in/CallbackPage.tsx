import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { finishSignOn } from '../api/single-sign-on.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { takeFromAddress } from './take-from-address.ts'
import { useEnter } from './use-enter.ts'

/** Where the sign-in provider sends the browser back to. */
export const CallbackPage = () => {
  const [answer] = useState(() => takeFromAddress('search'))
  const enter = useEnter()
  const { data, error } = useQuery({
    queryKey: ['sign-on'],
    queryFn: () => finishSignOn(answer),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    if (data?.purpose === 'sign_in') void enter(data.user, { replace: true })
  }, [data, enter])
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
