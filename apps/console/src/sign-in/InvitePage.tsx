import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { acceptInvite, joinByInvite, type OpenedInvite, openInvite } from '../api/passkey.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { SignOn } from './SignOn.tsx'
import { takeFromAddress } from './take-from-address.ts'
import { useEnter } from './use-enter.ts'

export const InvitePage = () => {
  const [token] = useState(() => takeFromAddress('hash').slice(1))
  const enter = useEnter()
  const opened = useQuery({
    queryKey: ['invite'],
    queryFn: () => openInvite(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ invite, isJoining }: { invite: OpenedInvite; isJoining: boolean }) =>
      (isJoining ? joinByInvite : acceptInvite)(token, invite),
    onSuccess: (user) => enter(user),
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
            password. If you work for somebody else at this console, sign in with the one that you have: it is
            good for both.
          </p>
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isPending}
            onClick={() => isPending || mutate({ invite, isJoining: false })}
          >
            Register a passkey
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={isPending}
            onClick={() => isPending || mutate({ invite, isJoining: true })}
          >
            I have a passkey here already
          </button>
          <SignOn purpose="sign-in" label="Or sign in with" />
        </>
      )}
      <Trouble error={opened.error ?? error} />
    </main>
  )
}
