import { expect, it } from 'vitest'
import { parseDigitString } from './digit-string.ts'

it.each([
  ['12345678', '12345678'],
  [' 1234 5678\n', '12345678'],
  ['1234-5678', '12345678'],
  ['1234–5678', '12345678'],
  ['１２３４５６７８', '12345678'],
  ['٠١٢٣٤٥٦٧', '01234567'],
  ['۰۱۲۳۴۵۶۷', '01234567'],
  ['1234567', undefined],
  ['123456789', undefined],
  ['1234567x', undefined],
  ['', undefined],
])('%j is %j', (typed, digits) => {
  expect(parseDigitString(typed)).toBe(digits)
})
