import type { Locale } from '@visavis/shared/locales'
import type { FirstCatalogue } from './catalogue.ts'

/** A chunk each: nobody loads a language that is not theirs. */
const LOADERS: Readonly<Record<Locale, () => Promise<FirstCatalogue>>> = {
  en: async () => (await import('./first/en.ts')).en,
  de: async () => (await import('./first/de.ts')).de,
  fr: async () => (await import('./first/fr.ts')).fr,
  es: async () => (await import('./first/es.ts')).es,
  it: async () => (await import('./first/it.ts')).it,
  pt: async () => (await import('./first/pt.ts')).pt,
  nl: async () => (await import('./first/nl.ts')).nl,
  pl: async () => (await import('./first/pl.ts')).pl,
  ar: async () => (await import('./first/ar.ts')).ar,
  ja: async () => (await import('./first/ja.ts')).ja,
  'zh-Hans': async () => (await import('./first/zh-hans.ts')).zhHans,
  hi: async () => (await import('./first/hi.ts')).hi,
}

export interface Language {
  locale: Locale
  copy: FirstCatalogue
}

/** @throws TypeError when the chunk cannot be had */
export const loadLanguage = async (locale: Locale): Promise<Language> => ({
  locale,
  copy: await LOADERS[locale](),
})
