import type { Locale } from '@visavis/shared/locales'
import type { FirstCatalogue } from './catalogue.ts'

/** A chunk each: nobody loads a language that is not theirs. All export the same name: that makes this list short. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ words: FirstCatalogue }>>> = {
  en: () => import('./first/en.ts'),
  de: () => import('./first/de.ts'),
  fr: () => import('./first/fr.ts'),
  es: () => import('./first/es.ts'),
  it: () => import('./first/it.ts'),
  pt: () => import('./first/pt.ts'),
  nl: () => import('./first/nl.ts'),
  pl: () => import('./first/pl.ts'),
  ar: () => import('./first/ar.ts'),
  ja: () => import('./first/ja.ts'),
  'zh-Hans': () => import('./first/zh-hans.ts'),
  hi: () => import('./first/hi.ts'),
}

export interface Language {
  locale: Locale
  copy: FirstCatalogue
}

/** @throws TypeError when the chunk cannot be had */
export const loadLanguage = async (locale: Locale): Promise<Language> => ({
  locale,
  copy: (await LOADERS[locale]()).words,
})
