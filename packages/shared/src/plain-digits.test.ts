import { expect, it } from 'vitest'
import { toPlainDigits } from './plain-digits.ts'

it.each([
  ['0123456789', '0123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['०१२३४५६७८९', '0123456789'],
  ['０１２３４５６７８９', '0123456789'],
  ['٤2 – ab', '42 – ab'],
  ['', ''],
])('%s', (typed, plain) => {
  expect(toPlainDigits(typed)).toBe(plain)
})
