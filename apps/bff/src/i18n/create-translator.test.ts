import { compileMessage } from '@visavis/shared/compile-message'
import { directionOf, LOCALES } from '@visavis/shared/locales'
import { describe, expect, it } from 'vitest'
import { CATALOGUES, createTranslator } from './create-translator.ts'
import { en } from './en.ts'

const toArguments = (text: string): string[] => {
  const message = compileMessage(text)
  expect(message, text).toBeDefined()
  return Array.isArray(message)
    ? message.flatMap((node) => (Array.isArray(node) ? [node[0]] : [])).sort()
    : []
}

describe.each(LOCALES)('%s', (locale) => {
  it('has the keys and the arguments of English, and no message twice over from it', () => {
    const catalogue = CATALOGUES[locale]
    expect(Object.keys(catalogue)).toEqual(Object.keys(en))
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(toArguments(catalogue[key]), key).toEqual(toArguments(en[key]))
      if (locale !== 'en' && en[key].length > 20) expect(catalogue[key], key).not.toBe(en[key])
    }
  })

  it.each([0, 1, 2, 3, 5, 11, 100])('counts %d minutes', (minutes) => {
    const text = createTranslator(locale)('codeTooMany', { minutes })
    if (directionOf(locale) === 'ltr') expect(text).toContain(String(minutes))
    expect(text).not.toMatch(/[{}#]/)
  })
})

it('takes a name as it is', () => {
  const translate = createTranslator('de')
  expect(translate('mailGreetingByName', { applicant: "{x} <b>'O'</b>" })).toBe("Guten Tag {x} <b>'O'</b>,")
})
