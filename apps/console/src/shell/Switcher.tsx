import { useMutation } from '@tanstack/react-query'
import type { ConsoleUserView } from '@visavis/shared/console-api'
import { useId, useRef } from 'react'
import { LIVE_DESK } from '../api/mode.ts'
import { switchTenant } from '../api/passkey.ts'
import { Trouble } from '../parts/Trouble.tsx'

/** To another tenant, for whoever works for several. */
export const Switcher = ({ tenant, tenants }: Pick<ConsoleUserView, 'tenant' | 'tenants'>) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: switchTenant,
    // The page begins anew: nothing that it knew of one tenant is there in the other.
    onSuccess: () => location.assign(LIVE_DESK),
  })
  const others = tenants.filter((each) => each.id !== tenant.id)
  return others.length === 0 ? null : (
    <>
      <button type="button" className="button button-quiet" onClick={() => dialog.current?.showModal()}>
        Switch…
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={reset}>
        <h2 id={id}>You work for {tenant.name}</h2>
        <p>Go on for another one: in every window of this browser, and written to its audit log.</p>
        <ul className="elsewhere">
          {others.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="button"
                aria-disabled={isPending}
                onClick={() => isPending || mutate(each.id)}
              >
                {each.name}
              </button>
            </li>
          ))}
        </ul>
        <Trouble error={error} />
        <p className="buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Stay
          </button>
        </p>
      </dialog>
    </>
  )
}
