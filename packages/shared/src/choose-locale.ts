import { LOCALES, type Locale } from './locales.ts'

const FALLBACK: Locale = 'en'

interface Parts {
  language: string
  script: string | undefined
}

/** Language and likely script; `undefined` for what is no language tag: a session's locale comes from outside. */
const partsOf = (tag: string): Parts | undefined => {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return { language, script }
  } catch {
    return undefined
  }
}

/**
 * The first wanted language that there is a catalogue for. Another script of it (Traditional Chinese for
 * Simplified) will do, but only after everything else that is wanted.
 */
export const chooseLocale = (wanted: readonly (string | null | undefined)[]): Locale => {
  const tags = wanted.flatMap((tag) => (tag && partsOf(tag)) || [])
  const find = (isMatch: (have: Parts | undefined, want: Parts) => boolean) => {
    for (const want of tags) {
      const found = LOCALES.find((locale) => isMatch(partsOf(locale), want))
      if (found) return found
    }
    return undefined
  }
  return (
    find((have, want) => have?.language === want.language && have.script === want.script) ??
    find((have, want) => have?.language === want.language) ??
    FALLBACK
  )
}
