import type { Locale } from '@visavis/shared/locales'
import type { LaterCatalogue } from './catalogue.ts'

const LOADERS: Readonly<Record<Locale, () => Promise<LaterCatalogue>>> = {
  en: async () => (await import('./en/later.ts')).en,
  de: async () => (await import('./de/later.ts')).de,
  fr: async () => (await import('./fr/later.ts')).fr,
  es: async () => (await import('./es/later.ts')).es,
  it: async () => (await import('./it/later.ts')).it,
  pt: async () => (await import('./pt/later.ts')).pt,
  nl: async () => (await import('./nl/later.ts')).nl,
  pl: async () => (await import('./pl/later.ts')).pl,
  ar: async () => (await import('./ar/later.ts')).ar,
  ja: async () => (await import('./ja/later.ts')).ja,
  'zh-Hans': async () => (await import('./zh-Hans/later.ts')).zhHans,
  hi: async () => (await import('./hi/later.ts')).hi,
}

/** The words from the camera on: they come while the person reads the first ones. @throws TypeError */
export const loadLaterCopy = (locale: Locale): Promise<LaterCatalogue> => LOADERS[locale]()
