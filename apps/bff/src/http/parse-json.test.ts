import { expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

it.each([
  nested(64),
  nested(64, '{"a":', '}').replace(':}', ':1}'),
  JSON.stringify({ text: nested(10_000), quoted: `\\"${nested(65)}`, escaped: `\\\\"${nested(65)}` }),
  JSON.stringify(Array.from({ length: 10_000 }, () => [{}])),
  '"[',
  JSON.stringify({ picture: 'A'.repeat(9_000_000) }),
])('takes no offence at %#', (text) => {
  const read = () => {
    try {
      parseJson(text)
      return ''
    } catch (failure) {
      return failure instanceof Error ? failure.message : ''
    }
  }
  expect(read()).not.toMatch(/deep/)
})

it.each([
  nested(65),
  '['.repeat(30_000),
  '{"a":'.repeat(3_000_000),
  // What ends these strings is no part of them.
  `{"a":"\\\\","b":${nested(64)}}`,
  `["\\"",${nested(64)}]`,
])('refuses %# by its depth', (text) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'JSON_TOO_DEEP' }))
})
