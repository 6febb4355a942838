import { RETRY_REASONS } from '@visavis/shared/capture-api'
import { LOCALES, type Locale } from '@visavis/shared/locales'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import { loadLanguage } from './load-language.ts'
import { loadLaterCopy } from './load-later-copy.ts'

const textsOf = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))

/** Number forms differ by language; everything else may not. */
const isPlural = (path: string) => path.startsWith('start.lead.')
const placeholdersOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

/** Both parts; no key is in both. */
const loadWhole = async (locale: Locale): Promise<Catalogue> => {
  const [first, later] = await Promise.all([loadLanguage(locale), loadLaterCopy(locale)])
  return { ...first.copy, ...later }
}
const en = await loadWhole('en')
const EN = new Map(textsOf(en))

describe.each(LOCALES)('the catalogue %s', async (locale) => {
  const copy = await loadWhole(locale)
  const texts = textsOf(copy)

  it('has the keys of the English one, in its order', () => {
    const keysOf = (all: [string, string][]) => all.map(([path]) => path).filter((path) => !isPlural(path))
    expect(keysOf(texts)).toEqual(keysOf([...EN]))
  })

  it('has a tidy text everywhere, and does not tell apart what English does not', () => {
    for (const [path, text] of texts) {
      expect(text, path).not.toBe('')
      expect(text, path).toBe(text.trim())
      if (!isPlural(path)) {
        expect(placeholdersOf(text), path).toEqual(placeholdersOf(EN.get(path) ?? ''))
      }
    }
  })

  it('has every number form of its language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    // "many" in Romance languages is for millions: nothing here lasts so long.
    const used = [...Array(1000).keys()].map((count) => new Intl.PluralRules(locale).select(count))
    const forms = Object.keys(copy.start.lead)
    expect(forms).toEqual(expect.arrayContaining([...new Set(used)]))
    expect(pluralCategories).toEqual(expect.arrayContaining(forms))
    for (const text of Object.values(copy.start.lead)) expect(text).toContain('{partner}')
  })

  it('quotes the button that it says the person agrees by', () => {
    expect(copy.start.consent).toContain(copy.start.agree)
    expect(copy.start.enrolment.consent).toContain(copy.start.agree)
    expect(copy.vendor.consent).toContain(copy.start.agree)
  })

  if (locale !== 'en') {
    it('is no copy of the English one', () => {
      const same = texts.filter(([path, text]) => EN.get(path) === text).map(([path]) => path)
      // Names, and words that some languages share with English.
      const shared = ['documentTitle', 'controls.device', 'controls.deviceName']
      expect(same.filter((path) => !shared.includes(path))).toEqual([])
    })
  }
})

describe('the English catalogue', () => {
  it('has no key in both parts', async () => {
    const [first, later] = await Promise.all([loadLanguage('en'), loadLaterCopy('en')])
    expect(Object.keys(first.copy).filter((key) => key in later)).toEqual([])
  })
  it('has words for every reason the server may give', () => {
    expect(Object.keys(en.retry.reasons).sort()).toEqual([...RETRY_REASONS].sort())
  })
  it('says nothing of a verdict', () => {
    const all = textsOf(en).map(([, text]) => text)
    expect(all.filter((text) => /approv|declin|reject|match|verified|fail/i.test(text))).toEqual([])
  })
})

describe('every word', () => {
  /** Everything of the page but its words and its tests. */
  const sources = Object.entries(
    import.meta.glob<string>(['../**/*.{ts,tsx}', '!../i18n/**', '!../**/*.test.{ts,tsx}'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  )
  const all = sources.map(([, source]) => source).join('\n')
  /** Keys that a code of the flow picks: their types see to it that each code has one, and this, that none is left. */
  const PICKED = [
    'guidance',
    'steer.turned',
    'steer.off_centre',
    'retry.reasons',
    'fallback.reasons',
    'fallback.steps',
    'photo.issues',
    'problem.kinds',
    'link',
    'start.steps',
    'start.lead',
    'start.tips',
  ]
  const keys = [...EN.keys()].map((path) => PICKED.find((prefix) => path.startsWith(`${prefix}.`)) ?? path)

  it.each([...new Set(keys)])('%s is said somewhere', (path) => {
    const key = path.split('.').findLast((part) => !['title', 'text'].includes(part)) ?? ''
    expect(new RegExp(`[.{,'\\s]${key}\\b`).test(all)).toBe(true)
  })
})
