import { directionOf, type Locale } from '@visavis/shared/locales'
import { words as ar } from '../i18n/ar/first.ts'
import type { FirstWords } from '../i18n/catalogue.ts'
import { words as de } from '../i18n/de/first.ts'
import { words as en } from '../i18n/en/first.ts'
import { words as es } from '../i18n/es/first.ts'
import { words as fr } from '../i18n/fr/first.ts'
import { words as hi } from '../i18n/hi/first.ts'
import { words as it } from '../i18n/it/first.ts'
import { words as ja } from '../i18n/ja/first.ts'
import { words as nl } from '../i18n/nl/first.ts'
import { words as pl } from '../i18n/pl/first.ts'
import { words as pt } from '../i18n/pt/first.ts'
import { words as zhHans } from '../i18n/zh-Hans/first.ts'
import { OLD_BROWSER, type OldBrowserWords } from './old-browser.ts'

const FIRST: Readonly<Record<Locale, FirstWords>> = {
  ...{ en, de, fr, es, it, pt, nl, pl, ar, ja, hi },
  'zh-Hans': zhHans,
}

interface ShellWords {
  lang: Locale
  dir: 'ltr' | 'rtl'
  /** Name of the page. */
  title: string
  again: string
  offline: { title: string; text: string }
  old: OldBrowserWords
}

/** What the page's own few lines can say, by language alone: `zh`, not `zh-Hans`. */
export const SHELL_WORDS: Readonly<Record<string, ShellWords>> = Object.fromEntries(
  Object.entries(FIRST).map(([key, { start, again, offline }]) => {
    const lang = key as Locale
    const words = { title: start.title, again, offline, old: OLD_BROWSER[lang] }
    return [lang.replace(/-.*/, ''), { lang, dir: directionOf(lang), ...words }]
  }),
)
