import { type FormEvent, useState } from 'react'

interface SearchFieldProps {
  label: string
  hint: string
  value: string | undefined
  onSearch: (value: string | undefined) => void
}

/** Asked for with Enter, not with every letter: each look is a request. @param value also when the address changes it */
export const SearchField = ({ label, hint, value = '', onSearch }: SearchFieldProps) => {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  if (shown !== value) {
    setShown(value)
    setTyped(value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim() || undefined)
  }
  return (
    <form className="field field-wide" onSubmit={submit}>
      <label>
        <span>{label}</span>
        <input
          type="search"
          value={typed}
          placeholder={hint}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button button-quiet">
        Find
      </button>
    </form>
  )
}
