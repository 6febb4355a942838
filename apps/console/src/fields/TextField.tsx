import type { ReactNode } from 'react'
import { Field } from './Field.tsx'

export interface TextFieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'url' | 'email' | 'password'
  /** Lines to begin with; absent: one, that stays one. */
  rows?: number
  placeholder?: string
  list?: string
  lang?: string
}

export const TextField = ({
  label,
  hint,
  error,
  onChange,
  rows,
  type = 'text',
  list,
  ...rest
}: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(attributes) =>
      rows === undefined ? (
        <input
          {...attributes}
          {...rest}
          type={type}
          list={list}
          spellCheck={false}
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <textarea
          {...attributes}
          {...rest}
          rows={rows}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    }
  </Field>
)
