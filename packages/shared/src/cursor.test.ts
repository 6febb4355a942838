import { expect, it } from 'vitest'
import { formatCursor, parseCursor } from './cursor.ts'
import { newId } from './ids.ts'

const CURSOR = { createdOn: new Date('2026-02-28T23:59:59.987Z'), id: newId('applicant') }

it('leads back to the row, in letters and digits alone', () => {
  const text = formatCursor(CURSOR)
  expect(text).toMatch(/^[A-Za-z0-9]+$/)
  expect(parseCursor('applicant', text)).toEqual(CURSOR)
})

it.each([
  ['nothing', ''],
  ['no base64', '%'],
  ['one character too many', `${formatCursor(CURSOR)}A`],
  ['a row of another kind', formatCursor({ ...CURSOR, id: newId('event') })],
  ['a time no database has', btoa(`99999999999999.${CURSOR.id}`)],
  ['no time', btoa(`.${CURSOR.id}`)],
  ['an id with something behind it', btoa(`1.${CURSOR.id}\n`)],
])('%s is none', (_, text) => {
  expect(parseCursor('applicant', text)).toBeUndefined()
})
