import { FAIL_REASONS } from '@visavis/vendor-sandbox/idenfy'
import { expect, it } from 'vitest'
import { fromSession } from './mapping.ts'
import { toLocale } from './to-locale.ts'
import { type Hint, sessionSchema } from './wire.ts'

const NOW = new Date('2026-03-01T10:00:00Z')
const state = { token: 'T', endsOn: '2026-03-01T10:10:00Z' }
const map = (approved: boolean | null, hint?: Hint, now = NOW) =>
  fromSession({ approved, hint, state, now, hasWebhook: false })

it.each([
  [true, undefined, { kind: 'approved', codes: [10000] }],
  [true, { status: 'FAILED', failReason: 'FAKE_FACE' }, { kind: 'approved', codes: [10000] }],
  [false, undefined, { kind: 'declined', codes: [] }],
  [false, { status: 'SUCCESS' }, { kind: 'declined', codes: [] }],
  [false, { status: 'FAILED', failReason: 'FACE_MISMATCH' }, { kind: 'declined', codes: [62321] }],
  [false, { status: 'FAILED', failReason: 'VIRTUAL_CAMERA' }, { kind: 'declined', codes: [62402] }],
  [false, { status: 'FAILED', failReason: 'SOMETHING_NEW' }, { kind: 'declined', codes: [] }],
  [false, { status: 'FAILED', failReason: 'FACE_NOT_FOUND' }, { kind: 'inconclusive', codes: [61410] }],
  [null, undefined, { kind: 'pending' }],
  [null, { status: 'SUCCESS' }, { kind: 'checking' }],
  [null, { status: 'EXPIRED' }, { kind: 'expired' }],
  [null, { status: 'CANCELED' }, { kind: 'cancelled', codes: [61121] }],
  [null, { status: 'success' }, { kind: 'unknown' }],
] as const)('approved %j with %j is %j', (approved, hint, expected) => {
  expect(map(approved, hint)).toEqual(expected)
})

it('is over with its time', () => {
  expect(map(null, undefined, new Date('2026-03-01T10:10:00Z'))).toEqual({ kind: 'expired' })
})

it.each(FAIL_REASONS)('has a code for %s', (failReason) => {
  const result = map(false, { status: 'FAILED', failReason })
  expect('codes' in result && result.codes.length).toBe(1)
})

it.each([
  ['de-AT', 'de'],
  ['EN', 'en'],
  ['ar', undefined],
  [null, undefined],
])('asks for %s as %s', (tag, expected) => {
  expect(toLocale(tag)).toBe(expected)
})

it.each(['', 'FRONT.png', 7, undefined])(
  'reads the verdict of a session whose picture is at %j',
  (facePhoto) => {
    const { approved, facePhoto: link } = sessionSchema.parse({ tokenString: 't', approved: true, facePhoto })
    expect([approved, link ?? null]).toEqual([true, null])
  },
)
