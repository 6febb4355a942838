import { expect, it } from 'vitest'
import { toFieldWords } from './field-words.ts'

it('says at each field what the server found wrong with it, and what to do', () => {
  const codes = [
    'name__too_short',
    'allowed_redirect_urls__1__invalid_format',
    'copy__start.title__new_in_2030',
  ]
  expect(toFieldWords(codes, 'name')).toBe('The value is shorter or smaller than the field takes. Send more.')
  expect(toFieldWords(codes, 'allowed_redirect_urls')).toMatch(/^Entry 2: The value has the right type/)
  expect(toFieldWords(codes, 'copy__start.title')).toBe('The server says copy__start.title__new_in_2030.')
  expect(toFieldWords(codes, 'copy__start')).toBeUndefined()
  expect(toFieldWords(['names__required'], 'name')).toBeUndefined()
})
