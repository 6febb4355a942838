import { useMutation } from '@tanstack/react-query'
import { canUsePasskeys, signIn } from '../api/passkey.ts'
import { Heading } from '../parts/Heading.tsx'
import { Trouble } from '../parts/Trouble.tsx'
import { SignOn } from './SignOn.tsx'
import { useEnter } from './use-enter.ts'

export const SignInPage = () => {
  const enter = useEnter()
  const { mutate, isPending, error } = useMutation({ mutationFn: signIn, onSuccess: (user) => enter(user) })
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
