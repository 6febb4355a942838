import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { acceptInvite, type OpenedInvite, openInvite } from '../api/passkey.ts'
import { meQuery } from '../api/queries.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { SignOn } from './SignOn.tsx'

/** The fragment never reaches a server's log; it leaves the address bar, and with it the history, at once. */
const takeToken = (): string => {
  const token = location.hash.slice(1)
  history.replaceState(history.state, '', location.pathname)
  return token
}

export const InvitePage = () => {
  const [token] = useState(takeToken)
  const navigate = useNavigate()
  const client = useQueryClient()
  const opened = useQuery({
    queryKey: ['invite'],
    queryFn: () => openInvite(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: (invite: OpenedInvite) => acceptInvite(token, invite),
    onSuccess: async (user) => {
      client.clear()
      client.setQueryData(meQuery.queryKey, user)
      await navigate({ to: '/' })
    },
  })
  const invite = opened.data
  return (
    <main className="door">
      <Heading title="Welcome" />
      {invite && (
        <>
          <p>
            You are invited to the console of <strong>{invite.tenant.name}</strong> as{' '}
            <strong>{invite.role}</strong>. Register a passkey for this device: it takes the place of a
            password.
          </p>
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isPending}
            onClick={() => isPending || mutate(invite)}
          >
            Register a passkey
          </button>
          <SignOn purpose="sign-in" label="Or sign in with" />
        </>
      )}
      <Trouble error={opened.error ?? error} />
    </main>
  )
}
