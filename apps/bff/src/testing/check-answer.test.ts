import { expect, it } from 'vitest'
import { checkAnswer } from './check-answer.ts'

const ID = `aplt_${'a'.repeat(26)}`
const applicant = {
  id: ID,
  created_on: '2026-01-02T03:04:05Z',
  modified_on: '2026-01-02T03:04:05Z',
  _links: { self: { href: `http://localhost/applicants/${ID}` } },
}
const exchange = {
  method: 'GET',
  path: `/applicants/${ID}?x=1`,
  status: 200,
  contentType: 'application/json',
}
const check = (change: object) => () =>
  checkAnswer({ ...exchange, text: JSON.stringify(applicant), ...change })
const withBody = (body: object) => check({ text: JSON.stringify({ ...applicant, ...body }) })

it('lets documented answers pass, and those of addresses the document does not know', () => {
  expect(check({})).not.toThrow()
  expect(check({ path: '/nowhere', status: 418 })).not.toThrow()
  expect(check({ path: `${exchange.path}/faces/x`, method: 'DELETE', status: 204, text: '' })).not.toThrow()
})

it.each([
  ['another status', check({ status: 418 }), 'not documented'],
  ['a field of another type', withBody({ email: 7 }), 'email must be string'],
  ['a field the document does not know', withBody({ score: 0.3 }), 'additional properties'],
  [
    'one in a shared part',
    withBody({ _links: { self: { href: 'http://x', x: 1 } } }),
    'additional properties',
  ],
  ['a missing field', withBody({ created_on: undefined }), "'created_on'"],
  ['no JSON', check({ contentType: 'text/html' }), 'no JSON'],
  [
    'a body where there is none',
    check({ method: 'DELETE', path: `/applicants/${ID}/faces/x`, status: 204 }),
    'without',
  ],
])('hears of %s', (_, run, message) => {
  expect(run).toThrow(message)
})
