import { type ReactNode, useId } from 'react'
import './fields.css'

interface FieldProps {
  label: string
  /** Below it, always. */
  hint?: ReactNode
  /** What is wrong with it. */
  error?: string | undefined
  children: (attributes: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode
}

/** A control with its name, what there is to know and what is wrong: read out together. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId()
  return (
    <div className={`setting${error === undefined ? '' : ' setting-wrong'}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': error !== undefined })}
      <p className="quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <p className="wrong" id={`${id}-error`}>
        {error}
      </p>
    </div>
  )
}
