import { createContext, useContext } from 'react'
import type { Catalogue } from '../../i18n/catalogue.ts'
import { en } from '../../i18n/en.ts'
import { format } from '../../i18n/format.ts'

interface Speech {
  copy: Catalogue
  /** Shown wherever the copy says `{partner}`. */
  partner: string
}

export const SpeechContext = createContext<Speech>({ copy: en, partner: '' })

/** The catalogue, and `say` to fill in the partner's name and other values. */
export const useCopy = () => {
  const { copy, partner } = useContext(SpeechContext)
  const say = (text: string, values: Readonly<Record<string, string>> = {}) =>
    format(text, { partner, ...values })
  return { copy, partner, say }
}
