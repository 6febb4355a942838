import type { Locale } from '@visavis/shared/locales'
import type { HandoffCopy } from './handoff-copy.ts'

const LOADERS: Readonly<Record<Locale, () => Promise<HandoffCopy>>> = {
  en: async () => (await import('./en/handoff.ts')).en,
  de: async () => (await import('./de/handoff.ts')).de,
  fr: async () => (await import('./fr/handoff.ts')).fr,
  es: async () => (await import('./es/handoff.ts')).es,
  it: async () => (await import('./it/handoff.ts')).it,
  pt: async () => (await import('./pt/handoff.ts')).pt,
  nl: async () => (await import('./nl/handoff.ts')).nl,
  pl: async () => (await import('./pl/handoff.ts')).pl,
  ar: async () => (await import('./ar/handoff.ts')).ar,
  ja: async () => (await import('./ja/handoff.ts')).ja,
  'zh-Hans': async () => (await import('./zh-Hans/handoff.ts')).zhHans,
  hi: async () => (await import('./hi/handoff.ts')).hi,
}

/** A language that cannot be had becomes English. @throws TypeError when that cannot be had either */
export const loadHandoffCopy = (locale: Locale): Promise<HandoffCopy> =>
  LOADERS[locale]().catch(() => LOADERS.en())
