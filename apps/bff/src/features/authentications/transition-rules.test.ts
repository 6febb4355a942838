import { ATTEMPT_STATUSES, AUTHENTICATION_STATUSES } from '@visavis/shared/statuses'
import { describe, expect, it } from 'vitest'
import {
  isFailedAttempt,
  isOpenAttempt,
  nextAttempt,
  nextAuthentication,
  TRIGGERS,
} from './transition-rules.ts'

/** Written out again, by hand, from the vendor page: status > trigger > status / event. */
const AUTHENTICATION_LEGAL = `
created > attempt_created > pending / opened
created > closed > inconclusive / closed
pending > attempt_created > pending / reset
pending > link_opened > capture_in_progress / started
pending > link_expired > retry_required / link_expired
pending > closed > inconclusive / closed
capture_in_progress > attempt_created > pending / reset
capture_in_progress > capture_aborted > retry_required / capture_aborted
capture_in_progress > capture_refused > refused / capture_refused
capture_in_progress > capture_completed > checks_in_progress / capture_completed
capture_in_progress > closed > inconclusive / closed
checks_in_progress > matched > approved / checks_completed
checks_in_progress > mismatched > declined / checks_completed
checks_in_progress > unusable > retry_required / checks_inconclusive
checks_in_progress > closed > inconclusive / closed
retry_required > attempt_created > pending / retry_requested
retry_required > closed > inconclusive / closed`
  .trim()
  .split('\n')

const ATTEMPT_LEGAL = `
pending_redirection > attempt_created > terminated
pending_redirection > link_opened > capture_in_progress
pending_redirection > link_expired > expired
pending_redirection > closed > terminated
capture_in_progress > attempt_created > terminated
capture_in_progress > capture_aborted > capture_aborted
capture_in_progress > capture_refused > capture_refused
capture_in_progress > capture_completed > checks_in_progress
capture_in_progress > closed > terminated
checks_in_progress > matched > completed
checks_in_progress > mismatched > completed
checks_in_progress > unusable > checks_inconclusive
checks_in_progress > closed > terminated`
  .trim()
  .split('\n')

describe.each([false, true])('face authentication, last try: %s', (isLastTry) => {
  const legal = AUTHENTICATION_LEGAL.map((line) =>
    isLastTry ? line.replace('> retry_required', '> inconclusive') : line,
  )
  it.each(AUTHENTICATION_STATUSES.flatMap((status) => TRIGGERS.map((trigger) => [status, trigger] as const)))(
    '%s on %s',
    (status, trigger) => {
      const step = nextAuthentication(status, trigger, { isLastTry })
      const line = legal.find((each) => each.startsWith(`${status} > ${trigger} >`))
      const seen =
        step && `${status} > ${trigger} > ${step.status} / ${step.event.replace('face_authentication_', '')}`
      expect(seen).toBe(line)
    },
  )
})

describe('attempt', () => {
  it.each(ATTEMPT_STATUSES.flatMap((status) => TRIGGERS.map((trigger) => [status, trigger] as const)))(
    '%s on %s',
    (status, trigger) => {
      const next = nextAttempt(status, trigger)
      const line = ATTEMPT_LEGAL.find((legal) => legal.startsWith(`${status} > ${trigger} >`))
      expect(next && `${status} > ${trigger} > ${next}`).toBe(line)
    },
  )

  it('is over in every status that no trigger leaves', () => {
    expect(ATTEMPT_STATUSES.filter(isOpenAttempt)).toEqual([
      'pending_redirection',
      'capture_in_progress',
      'checks_in_progress',
    ])
  })
  it('has failed where it ended without a verdict and was not replaced', () => {
    expect(ATTEMPT_STATUSES.filter(isFailedAttempt)).toEqual([
      'capture_aborted',
      'expired',
      'checks_inconclusive',
    ])
  })
})
