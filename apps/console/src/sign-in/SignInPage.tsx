import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { canUsePasskeys, signIn } from '../api/passkey.ts'
import { meQuery } from '../api/queries.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { SignOn } from './SignOn.tsx'

export const SignInPage = () => {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: signIn,
    onSuccess: async (user) => {
      // Nothing that somebody before them saw.
      client.clear()
      client.setQueryData(meQuery.queryKey, user)
      await navigate({ to: '/' })
    },
  })
  return (
    <main className="door">
      <Heading title="Sign in" />
      <p>With the passkey that you registered: your fingerprint, your face, your PIN or a security key.</p>
      {canUsePasskeys() ? (
        <button
          type="button"
          className="button button-primary"
          aria-disabled={isPending}
          onClick={() => isPending || mutate()}
        >
          Sign in with a passkey
        </button>
      ) : (
        <p className="trouble">This browser has no passkeys. Use another one.</p>
      )}
      <Trouble error={error} />
      <SignOn purpose="sign-in" label="Sign in with" />
      <p className="quiet">No passkey yet? Ask an admin for an invitation.</p>
    </main>
  )
}
