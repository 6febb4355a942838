import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useRef } from 'react'
import { withPasskey } from '../api/with-passkey.ts'
import { Trouble } from './Trouble.tsx'

interface ConfirmProps {
  /** On the button that leads to the question. */
  trigger: ReactNode
  /** The question, with the name of what it is about. */
  question: string
  yes: string
  no: string
  /** What happens then. */
  children: ReactNode
  onYes: () => Promise<unknown>
  onDone: () => unknown
}

/** A second question before what cannot be undone, or needs care. What went wrong stays beside it. */
export const Confirm = ({ trigger, question, yes, no, children, onYes, onDone }: ConfirmProps) => {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: () => withPasskey(onYes),
    onSuccess: () => {
      dialog.current?.close()
      return onDone()
    },
  })
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        {trigger}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={reset}>
        <h2 id={id}>{question}</h2>
        {children}
        <Trouble error={error} />
        <p className="buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {no}
          </button>
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isPending}
            onClick={() => isPending || mutate()}
          >
            {yes}
          </button>
        </p>
      </dialog>
    </>
  )
}
