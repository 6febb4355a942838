import { Field } from '../fields/Field.tsx'

interface ColorFieldProps {
  label: string
  hint: string
  error: string | undefined
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const COLOR = /^#[0-9a-f]{6}$/i

/** Picked, or typed as `#rrggbb`. */
export const ColorField = ({ label, hint, error, value, onChange }: ColorFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) => (
      <div className="color">
        <input
          type="color"
          aria-label={`Pick: ${label}`}
          value={value !== undefined && COLOR.test(value) ? value : '#808080'}
          onChange={({ target }) => onChange(target.value)}
        />
        <input
          {...attributes}
          type="text"
          value={value ?? ''}
          placeholder="#rrggbb"
          maxLength={7}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => onChange(target.value.trim() || undefined)}
        />
      </div>
    )}
  </Field>
)
