import { toDateInput, toStartOfDay } from '../words/format-time.ts'
import { Field } from './Field.tsx'

interface DateFieldProps {
  label: string
  hint: string
  error: string | undefined
  /** The beginning of that day here, as the API takes it. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

export const DateField = ({ label, hint, error, value, onChange }: DateFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <input
        {...attributes}
        type="date"
        value={toDateInput(value)}
        onChange={({ target }) => onChange(toStartOfDay(target.value))}
      />
    )}
  </Field>
)
