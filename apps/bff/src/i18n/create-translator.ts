import { compileMessage } from '@visavis/shared/compile-message'
import { createMessageFormatter } from '@visavis/shared/create-message-formatter'
import type { Locale } from '@visavis/shared/locales'
import { ar } from './ar.ts'
import type { Catalogue } from './catalogue.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { hi } from './hi.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { pt } from './pt.ts'
import { zhHans } from './zh-hans.ts'

export const CATALOGUES: Record<Locale, Catalogue> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  pl,
  ar,
  ja,
  'zh-Hans': zhHans,
  hi,
}

/** Values go in as text, whatever they hold: nothing in a name is read as part of the message. */
export type Translate = (key: keyof Catalogue, values?: Record<string, string | number>) => string

export const createTranslator = (locale: Locale): Translate => {
  const catalogue = CATALOGUES[locale]
  const format = createMessageFormatter(locale)
  return (key, values) => format(compileMessage(catalogue[key]) ?? catalogue[key], values)
}
