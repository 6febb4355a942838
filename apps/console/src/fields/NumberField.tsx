import type { ReactNode } from 'react'
import { Field } from './Field.tsx'

interface NumberFieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** `null`: nothing is there. */
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  step?: number | 'any'
  placeholder?: string
}

export const NumberField = ({ label, hint, error, value, onChange, ...rest }: NumberFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <input
        {...attributes}
        {...rest}
        type="number"
        inputMode="decimal"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.valueAsNumber)}
      />
    )}
  </Field>
)
