import type { Locale } from '@visavis/shared/locales'
import type { FirstCatalogue } from './catalogue.ts'

/** A chunk each: nobody loads a language that is not theirs. All export the same name: that makes this list short. */
const LOADERS: Readonly<Record<Locale, () => Promise<{ words: FirstCatalogue }>>> = {
  en: () => import('./en/first.ts'),
  de: () => import('./de/first.ts'),
  fr: () => import('./fr/first.ts'),
  es: () => import('./es/first.ts'),
  it: () => import('./it/first.ts'),
  pt: () => import('./pt/first.ts'),
  nl: () => import('./nl/first.ts'),
  pl: () => import('./pl/first.ts'),
  ar: () => import('./ar/first.ts'),
  ja: () => import('./ja/first.ts'),
  'zh-Hans': () => import('./zh-Hans/first.ts'),
  hi: () => import('./hi/first.ts'),
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
