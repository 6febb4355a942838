import { expect, it } from 'vitest'
import { toCsvHeader, toCsvLine } from './to-csv.ts'

it.each([
  ['Ada', 'Ada'],
  ['Smith, Ada', '"Smith, Ada"'],
  ['the "Duke"', '"the ""Duke"""'],
  ['two\r\nlines', '"two\r\nlines"'],
  [' padded ', '" padded "'],
  ['', ''],
  [undefined, ''],
  [-5, '-5'],
  ['a@b.example', 'a@b.example'],
  ['2026-02-28T00:00:00Z', '2026-02-28T00:00:00Z'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['  =1', `"  '=1"`],
  ['\t=1', `"'\t'=1"`],
  ['\rx', `"'\rx"`],
  // Spreadsheets in other languages separate cells by these, whatever the quotes say.
  ['x;=cmd|calc', `"x;'=cmd|calc"`],
  ['x\n=1', `"x\n'=1"`],
])('%j: %j', (value, cell) => {
  expect(toCsvLine({ a: () => value }, undefined)).toBe(`${cell}\r\n`)
})

it('names its columns in their order', () => {
  const columns = { first: () => '1', second: () => undefined, third: () => 3 }
  expect(toCsvHeader(columns)).toBe('first,second,third\r\n')
  expect(toCsvLine(columns, undefined)).toBe('1,,3\r\n')
})
