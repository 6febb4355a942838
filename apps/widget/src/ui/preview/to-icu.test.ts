import { compileMessage } from '@visavis/shared/compile-message'
import { describe, expect, it } from 'vitest'
import { listTexts, toIcu } from './to-icu.ts'

describe('a text of the page, to be changed by somebody', () => {
  it.each([
    'Light on your face',
    '{partner} asks for a quick selfie. {count, plural, one {It takes about # second.} other {It takes # seconds.}}',
    'The {place, selectordinal, one {#st} other {#th}} of {count, number}',
  ])('is written as it was compiled from: %s', (text) => {
    const compiled = compileMessage(text)
    expect(compiled).toBeDefined()
    expect(compileMessage(toIcu(compiled ?? ''))).toEqual(compiled)
    expect(toIcu(compiled ?? '')).toBe(text)
  })

  it('stands under the key that a journey’s copy has', () => {
    const texts = listTexts({
      start: { title: 'Hello', tips: { 0: 'Light' } },
      agree: ['I am ', ['partner']],
    })
    expect(texts).toEqual([
      ['start.title', 'Hello'],
      ['start.tips.0', 'Light'],
      ['agree', 'I am {partner}'],
    ])
  })
})
