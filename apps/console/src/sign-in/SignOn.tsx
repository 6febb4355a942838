import { useMutation, useQuery } from '@tanstack/react-query'
import { goToProvider, type SignOnPurpose, signInWaysQuery } from '../api/single-sign-on.ts'
import { Trouble } from '../parts/Trouble.tsx'

interface SignOnProps {
  purpose: SignOnPurpose
  /** In front of the provider's name. */
  label: string
  isPrimary?: boolean
}

/** The way to the operator's sign-in provider, where there is one. */
export const SignOn = ({ purpose, label, isPrimary = false }: SignOnProps) => {
  const { data } = useQuery(signInWaysQuery)
  const { mutate, isPending, error } = useMutation({ mutationFn: () => goToProvider(purpose) })
  const provider = data?.single_sign_on
  return provider ? (
    <>
      <button
        type="button"
        className={isPrimary ? 'button button-primary' : 'button'}
        aria-disabled={isPending}
        onClick={() => isPending || mutate()}
      >
        {label} {provider.name}
      </button>
      <Trouble error={error} />
    </>
  ) : null
}
