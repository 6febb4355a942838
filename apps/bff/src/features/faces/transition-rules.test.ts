import { FACE_STATUSES } from '@visavis/shared/statuses'
import { expect, it } from 'vitest'
import { FACE_TRIGGERS, faceStatusAt, nextFace } from './transition-rules.ts'

/** Written out again, by hand: status > trigger > status. */
const LEGAL = `
NEW > capture_started > ACTIVATING
NEW > expired > EXPIRED
ACTIVATING > capture_left > NEW
ACTIVATING > capture_refused > FAILED
ACTIVATING > enrolled > ACTIVE
ACTIVATING > sent_to_review > REVIEW
ACTIVATING > unusable > FAILED
ACTIVATING > expired > EXPIRED
ACTIVE > disabled > DISABLED
ACTIVE > expired > EXPIRED
REVIEW > review_passed > ACTIVE
REVIEW > review_failed > FAILED
REVIEW > expired > EXPIRED
DISABLED > enabled > ACTIVE
DISABLED > expired > EXPIRED`
  .trim()
  .split('\n')

it.each(FACE_STATUSES.flatMap((status) => FACE_TRIGGERS.map((trigger) => [status, trigger] as const)))(
  '%s on %s',
  (status, trigger) => {
    const next = nextFace(status, trigger)
    const line = LEGAL.find((legal) => legal.startsWith(`${status} > ${trigger} >`))
    expect(next && `${status} > ${trigger} > ${next}`).toBe(line)
  },
)

const expiresOn = new Date('2026-01-01T00:00:00Z')

it.each(FACE_STATUSES)('%s is what it is until its time is up, and without one', (status) => {
  expect(faceStatusAt({ status, expiresOn }, new Date(expiresOn.getTime() - 1))).toBe(status)
  expect(faceStatusAt({ status, expiresOn: null }, expiresOn)).toBe(status)
})

it('is EXPIRED from that moment on, unless it had failed', () => {
  const seen = Object.fromEntries(
    FACE_STATUSES.map((status) => [status, faceStatusAt({ status, expiresOn }, expiresOn)]),
  )
  expect(seen).toEqual({
    NEW: 'EXPIRED',
    ACTIVATING: 'EXPIRED',
    ACTIVE: 'EXPIRED',
    REVIEW: 'EXPIRED',
    FAILED: 'FAILED',
    EXPIRED: 'EXPIRED',
    DISABLED: 'EXPIRED',
  })
})
