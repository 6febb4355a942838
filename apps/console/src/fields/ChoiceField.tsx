import type { ReactNode } from 'react'
import { Field } from './Field.tsx'

interface ChoiceFieldProps<Value extends string> {
  label: string
  hint?: ReactNode
  error?: string | undefined
  value: Value
  options: readonly (readonly [value: Value, words: string])[]
  onChange: (value: Value) => void
}

export const ChoiceField = <Value extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChange,
}: ChoiceFieldProps<Value>) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <select
        {...attributes}
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([name]) => name === target.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    )}
  </Field>
)
