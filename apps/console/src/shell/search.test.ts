import { expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './search.ts'

it('writes filters as the API reads them, and leaves out what is not set', () => {
  const text = stringifySearch({
    response_code: '62321',
    status: undefined,
    external_applicant_id: 'a b&c',
    x: '',
  })
  expect(text).toBe('?response_code=62321&external_applicant_id=a+b%26c')
  expect(parseSearch(text)).toEqual({ response_code: '62321', external_applicant_id: 'a b&c' })
  expect(stringifySearch({})).toBe('')
})
