import { toDateInput, toStartOfDay } from '../words/format-time.ts'

interface DateFilterProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

export const DateFilter = ({ label, value, onChange }: DateFilterProps) => (
  <label className="field">
    <span>{label}</span>
    <input
      type="date"
      value={toDateInput(value)}
      onChange={(event) => onChange(toStartOfDay(event.target.value))}
    />
  </label>
)
