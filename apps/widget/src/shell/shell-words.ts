import { directionOf, type Locale } from '@visavis/shared/locales'
import type { FirstWords } from '../i18n/catalogue.ts'
import { words as ar } from '../i18n/first/ar.ts'
import { words as de } from '../i18n/first/de.ts'
import { words as en } from '../i18n/first/en.ts'
import { words as es } from '../i18n/first/es.ts'
import { words as fr } from '../i18n/first/fr.ts'
import { words as hi } from '../i18n/first/hi.ts'
import { words as it } from '../i18n/first/it.ts'
import { words as ja } from '../i18n/first/ja.ts'
import { words as nl } from '../i18n/first/nl.ts'
import { words as pl } from '../i18n/first/pl.ts'
import { words as pt } from '../i18n/first/pt.ts'
import { words as zhHans } from '../i18n/first/zh-hans.ts'
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
