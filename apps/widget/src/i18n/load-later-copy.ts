import type { Locale } from '@visavis/shared/locales'
import type { LaterCatalogue } from './catalogue.ts'

const LOADERS: Readonly<Record<Locale, () => Promise<LaterCatalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  de: async () => (await import('./de.ts')).de,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  it: async () => (await import('./it.ts')).it,
  pt: async () => (await import('./pt.ts')).pt,
  nl: async () => (await import('./nl.ts')).nl,
  pl: async () => (await import('./pl.ts')).pl,
  ar: async () => (await import('./ar.ts')).ar,
  ja: async () => (await import('./ja.ts')).ja,
  'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
  hi: async () => (await import('./hi.ts')).hi,
}

/** The words from the camera on: they come while the person reads the first ones. @throws TypeError */
export const loadLaterCopy = (locale: Locale): Promise<LaterCatalogue> => LOADERS[locale]()
