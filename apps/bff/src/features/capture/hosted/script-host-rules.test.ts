import { expect, it } from 'vitest'
import { isScriptHostPattern, toScriptOrigin } from './script-host-rules.ts'

it('gives each capture an origin of its own', () => {
  const of = (id: string) => toScriptOrigin('https://*.scripts.example:8443', id)
  expect(of('fatp_abc')).toBe('https://abc.scripts.example:8443')
  expect(new URL(of('fatp_abc') ?? '').origin).toBe(of('fatp_abc'))
  expect(of('fatp_abd')).not.toBe(of('fatp_abc'))
  expect(toScriptOrigin(undefined, 'fatp_abc')).toBe(undefined)
})

it.each([
  ['https://*.scripts.example', true],
  ['http://*.localhost:8787', true],
  ['https://scripts.example', false],
  ['https://*.scripts.example/', false],
  ['https://*', false],
  ["https://*.x; script-src 'unsafe-inline'", false],
])('takes as a host: %s: %s', (text, expected) => {
  expect(isScriptHostPattern(text)).toBe(expected)
})
