import { useState } from 'react'
import { Field } from '../fields/Field.tsx'

interface LogoFieldProps {
  value: string | undefined
  error: string | undefined
  onChange: (value: string | undefined) => void
}

/** As the server has it, in characters of the data address. */
const MAX_CHARACTERS = 40_000

const readAddress = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('The file could not be read.'))
    reader.readAsDataURL(file)
  })

/** The picture itself is kept with the journey: the capture page loads nothing from any other host. */
export const LogoField = ({ value, error, onChange }: LogoFieldProps) => {
  const [trouble, setTrouble] = useState<string>()
  const take = async (file: File | undefined) => {
    if (!file) return
    const address = await readAddress(file)
    const isTooLarge = address.length > MAX_CHARACTERS
    setTrouble(isTooLarge ? 'The file is larger than 29 kB. Take a smaller one.' : undefined)
    if (!isTooLarge) onChange(address)
  }
  return (
    <Field label="Logo" hint="PNG, JPEG, WebP or SVG, 29 kB at most." error={trouble ?? error}>
      {(attributes) => (
        <div className="logo">
          {value && <img src={value} alt="The logo" />}
          <input
            {...attributes}
            type="file"
            accept="image/png,image/jpeg,image/webp,image/svg+xml"
            onChange={({ target }) => {
              take(target.files?.[0]).catch((failure: Error) => setTrouble(failure.message))
            }}
          />
          {value && (
            <button type="button" className="button button-quiet" onClick={() => onChange(undefined)}>
              Take the logo away
            </button>
          )}
        </div>
      )}
    </Field>
  )
}
