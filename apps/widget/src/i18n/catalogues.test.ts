import { RETRY_REASONS } from '@visavis/shared/capture-api'
import { type CompiledMessage, compiledMessageSchema } from '@visavis/shared/compiled-message'
import { createMessageFormatter } from '@visavis/shared/create-message-formatter'
import { LOCALES, type Locale } from '@visavis/shared/locales'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from './catalogue.ts'
import type { HandoffCopy } from './handoff-copy.ts'
import { loadHandoffCopy } from './load-handoff-copy.ts'
import { loadLanguage } from './load-language.ts'
import { loadLaterCopy } from './load-later-copy.ts'

const textsOf = (copy: unknown, path = ''): [path: string, message: CompiledMessage][] =>
  typeof copy === 'string' || Array.isArray(copy)
    ? [[path, copy]]
    : Object.entries(copy as object).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))

/** What a message names, its number forms included. */
const namesOf = (message: unknown): string[] => {
  const nodes = Array.isArray(message) ? message.filter((node) => Array.isArray(node)) : []
  const names = nodes.flatMap(([name, , forms]) => [name, ...Object.values(forms ?? {}).flatMap(namesOf)])
  return [...new Set(names)].sort()
}

/** The number forms of each plural in a message. */
const formsOf = (message: CompiledMessage): string[][] =>
  Array.isArray(message)
    ? message.flatMap((node) => (Array.isArray(node) && node[2] ? [Object.keys(node[2])] : []))
    : []

/** All parts; no key is in two. */
const loadWhole = async (locale: Locale): Promise<Catalogue & { handoff: HandoffCopy }> => {
  const [first, later, handoff] = await Promise.all([
    loadLanguage(locale),
    loadLaterCopy(locale),
    loadHandoffCopy(locale),
  ])
  return { ...first.copy, ...later, handoff }
}
const en = await loadWhole('en')
const EN = new Map(textsOf(en))

describe.each(LOCALES)('the catalogue %s', async (locale) => {
  const copy = await loadWhole(locale)
  const texts = textsOf(copy)
  const format = createMessageFormatter(locale)

  it('has the keys of the English one, in its order', () => {
    expect(texts.map(([path]) => path)).toEqual([...EN.keys()])
  })

  it('has a tidy text everywhere, and names what English names', () => {
    for (const [path, message] of texts) {
      const said = format(message, { count: 10 })
      expect(said, path).not.toBe('')
      expect(said, path).toBe(said.trim())
      expect(namesOf(message), path).toEqual(namesOf(EN.get(path)))
      expect(compiledMessageSchema.safeParse(message).error, path).toBeUndefined()
    }
  })

  it('has every number form of its language, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    // "many" in Romance languages is for millions: nothing here lasts so long.
    const used = [...Array(1000).keys()].map((count) => new Intl.PluralRules(locale).select(count))
    const plurals = texts.flatMap(([, message]) => formsOf(message))
    expect(plurals).toHaveLength([...EN.values()].flatMap(formsOf).length)
    for (const forms of plurals) {
      expect(forms).toEqual(expect.arrayContaining([...new Set(used)]))
      expect(pluralCategories).toEqual(expect.arrayContaining(forms))
    }
  })

  it('quotes the button that it says the person agrees by', () => {
    expect(format(copy.start.consent)).toContain(copy.start.agree)
    expect(format(copy.start.enrolment.consent)).toContain(copy.start.agree)
    expect(format(copy.vendor.consent)).toContain(copy.start.agree)
  })

  if (locale !== 'en') {
    it('is no copy of the English one', () => {
      const english = createMessageFormatter('en')
      const same = texts
        .filter(([path, text]) => english(EN.get(path) ?? '', { count: 10 }) === format(text, { count: 10 }))
        .map(([path]) => path)
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
    const all = textsOf(en).map(([, text]) => createMessageFormatter('en')(text))
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
    'turn.words',
    'turn.again.tips',
    'turn.ways.slow',
    'turn.ways.blind',
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
