import type { Locale } from '@visavis/shared/locales'
import type { HandoffCopy } from './handoff-copy.ts'

const LOADERS: Readonly<Record<Locale, () => Promise<HandoffCopy>>> = {
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

/** A language that cannot be had becomes English. @throws TypeError when that cannot be had either */
export const loadHandoffCopy = (locale: Locale): Promise<HandoffCopy> =>
  LOADERS[locale]().catch(() => LOADERS.en())
