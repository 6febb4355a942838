import { describe, expect, it } from 'vitest'
import { formatRatio, listContrasts } from './contrast-rules.ts'

describe('contrast', () => {
  it('is told of every pair that meets on the page, against what each needs', () => {
    const found = listContrasts({
      accent: '#ffd166',
      accent_text: '#101820',
      background: '#ffffff',
      text: '#777777',
    })
    expect(found.map(({ name, ratio, isEnough }) => [name, formatRatio(ratio), isEnough])).toEqual([
      ['Text on the background', '4.47 : 1', false],
      ['Text on the accent', '12.41 : 1', true],
      ['Accent on the background', '1.44 : 1', false],
    ])
  })

  it('is not told of one colour alone, nor of half a colour', () => {
    expect(listContrasts({ text: '#777777', accent: '#ffd166' })).toEqual([])
    expect(listContrasts({ text: '#77', background: '#ffffff' })).toEqual([])
  })

  it('is never rounded up to enough', () => {
    expect(formatRatio(4.4999)).toBe('4.49 : 1')
  })
})
