import { useState } from 'react'
import { TextField, type TextFieldProps } from './TextField.tsx'

interface LinesFieldProps extends Omit<TextFieldProps, 'value' | 'onChange'> {
  value: readonly string[]
  onChange: (value: string[]) => void
}

const toList = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A list, an entry a line. Empty lines stay while somebody types. */
export const LinesField = ({ value, onChange, ...rest }: LinesFieldProps) => {
  const [typed, setTyped] = useState(value.join('\n'))
  const isSame = toList(typed).join('\n') === value.join('\n')
  return (
    <TextField
      rows={3}
      {...rest}
      value={isSame ? typed : value.join('\n')}
      onChange={(text) => {
        setTyped(text)
        onChange(toList(text))
      }}
    />
  )
}
