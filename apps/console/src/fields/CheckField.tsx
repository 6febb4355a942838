import { type ReactNode, useId } from 'react'
import './fields.css'

interface CheckFieldProps {
  label: string
  hint?: ReactNode
  isOn: boolean
  onChange: (isOn: boolean) => void
}

export const CheckField = ({ label, hint, isOn, onChange }: CheckFieldProps) => {
  const id = useId()
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <p className="quiet" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  )
}
