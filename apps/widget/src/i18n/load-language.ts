import type { Locale } from '@visavis/shared/locales'
import type { FirstCatalogue } from './catalogue.ts'

/** A chunk each: nobody loads a language that is not theirs. */
const FILES = import.meta.glob('./*/first.ts') as Readonly<
  Record<`./${Locale}/first.ts`, () => Promise<{ words: FirstCatalogue }>>
>

export interface Language {
  locale: Locale
  copy: FirstCatalogue
}

/** @throws TypeError when the chunk cannot be had */
export const loadLanguage = async (locale: Locale): Promise<Language> => ({
  locale,
  copy: (await FILES[`./${locale}/first.ts`]()).words,
})
