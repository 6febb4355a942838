import { directionOf, LOCALES, type Locale } from '@visavis/shared/locales'
import type { FirstWords } from '../i18n/catalogue.ts'
import { OLD_BROWSER, type OldBrowserWords } from './old-browser.ts'

interface ShellWords {
  lang: Locale
  dir: 'ltr' | 'rtl'
  /** Name of the page. */
  title: string
  again: string
  offline: { title: string; text: string }
  old: OldBrowserWords
}

const toShellWords = async (lang: Locale): Promise<[language: string, words: ShellWords]> => {
  // Resolved from here: Vite runs its configuration, and this with it, from somewhere else.
  const file = import.meta.resolve(`../i18n/${lang}/first.ts`)
  const { words }: { words: FirstWords } = await import(file)
  const { start, again, offline } = words
  const said = { title: start.title, again, offline, old: OLD_BROWSER[lang] }
  return [lang.replace(/-.*/, ''), { lang, dir: directionOf(lang), ...said }]
}

/** What the page's own few lines can say, by language alone: `zh`, not `zh-Hans`. */
export const SHELL_WORDS: Readonly<Record<string, ShellWords>> = Object.fromEntries(
  await Promise.all(LOCALES.map(toShellWords)),
)
