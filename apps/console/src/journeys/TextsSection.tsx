import { compileMessage } from '@visavis/shared/compile-message'
import { useId, useState } from 'react'
import { TextField } from '../fields/TextField.tsx'
import { Section } from './Section.tsx'
import type { Editor } from './use-editor.ts'

interface TextsSectionProps {
  editor: Editor
  /** The page's own in the language of the preview. */
  own: Readonly<Record<string, string>>
  locale: string
}

const UNREADABLE = 'This is no ICU MessageFormat that the page knows. Tags, dates and select are not.'

/** `de.start.title` is the German one of `start.title`. */
const toOwn = (own: TextsSectionProps['own'], key: string, locale: string): string | undefined =>
  own[key] ?? (key.startsWith(`${locale}.`) ? own[key.slice(locale.length + 1)] : undefined)

export const TextsSection = ({ editor: { draft, set, errorOf }, own, locale }: TextsSectionProps) => {
  const { copy } = draft
  const [key, setKey] = useState('')
  const keys = useId()
  const change = (name: string, text: string) => set({ copy: { ...copy, [name]: text } })
  const takeAway = (name: string) =>
    set({ copy: Object.fromEntries(Object.entries(copy).filter(([each]) => each !== name)) })
  const add = () => {
    const name = key.trim()
    if (name === '' || Object.hasOwn(copy, name)) return
    change(name, toOwn(own, name, locale) ?? '')
    setKey('')
  }
  return (
    <Section title="Texts">
      <p className="quiet">
        In place of the page’s own: <code>start.title</code> in every language,{' '}
        <code>{locale}.start.title</code> in one. <code>{'{partner}'}</code> is your name.
      </p>
      {Object.entries(copy).map(([name, text]) => (
        <div key={name} className="text">
          <TextField
            label={name}
            hint={toOwn(own, name, locale) && `The page’s own: ${toOwn(own, name, locale)}`}
            rows={2}
            value={text}
            error={compileMessage(text) === undefined ? UNREADABLE : errorOf(`copy__${name}`)}
            onChange={(next) => change(name, next)}
          />
          <button type="button" className="button button-quiet" onClick={() => takeAway(name)}>
            Take {name} away
          </button>
        </div>
      ))}
      <div className="text">
        <TextField
          label="Text to replace"
          hint="Choose one of the page’s, or type its key."
          list={keys}
          value={key}
          onChange={setKey}
        />
        <datalist id={keys}>
          {Object.entries(own).map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </datalist>
        <button type="button" className="button" onClick={add}>
          Add the text
        </button>
      </div>
      <p className="wrong">{errorOf('copy')}</p>
    </Section>
  )
}
