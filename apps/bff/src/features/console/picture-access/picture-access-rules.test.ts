import { expect, it } from 'vitest'
import { toRequestStatus } from './picture-access-rules.ts'

const NOW = new Date('2026-01-01T12:00:00Z')
const LATER = new Date('2026-01-01T12:05:00Z')
const WAITING = { askedBy: 'ada', decision: null, decidedBy: null, expiresOn: LATER }
const ALLOWED = { askedBy: 'ada', decision: 'allow', decidedBy: 'bea', expiresOn: LATER } as const

it.each([
  ['waits', WAITING, ['ada', 'bea'], 'waiting'],
  ['waited for too long', { ...WAITING, expiresOn: NOW }, ['ada', 'bea'], 'over'],
  ['was asked by somebody who left this desk alone', WAITING, ['bea'], 'over'],
  ['was allowed', ALLOWED, ['ada', 'bea'], 'allowed'],
  ['was allowed by somebody who left this desk alone', ALLOWED, ['ada'], 'over'],
  ['was allowed to somebody who left this desk alone', ALLOWED, ['bea'], 'over'],
  ['was refused', { ...ALLOWED, decision: 'refuse' as const }, ['ada', 'bea'], 'refused'],
])('a request that %s', (_, request, people, status) => {
  expect(toRequestStatus(request, new Set(people), NOW)).toBe(status)
})
