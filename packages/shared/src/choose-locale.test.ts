import { describe, expect, it } from 'vitest'
import { chooseLocale } from './choose-locale.ts'
import { directionOf } from './locales.ts'

describe('chooseLocale', () => {
  it.each([
    [['de'], 'de'],
    [['de-AT', 'en'], 'de'],
    [['pt-BR'], 'pt'],
    [['sv', 'nl-BE', 'en'], 'nl'],
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh-TW', 'ja'], 'ja'],
    [['zh-Hant-HK'], 'zh-Hans'],
    [['ar-EG'], 'ar'],
    [['hi-IN'], 'hi'],
    [['no such tag', '', 'fr-CA'], 'fr'],
    [[null, undefined, 'es-419'], 'es'],
    [['sv', 'fi'], 'en'],
    [[], 'en'],
  ])('%j: %s', (wanted, expected) => {
    expect(chooseLocale(wanted)).toBe(expected)
  })
})

describe('directionOf', () => {
  it('knows which way a language runs', () => {
    expect(directionOf('ar')).toBe('rtl')
    expect(directionOf('de')).toBe('ltr')
  })
})
