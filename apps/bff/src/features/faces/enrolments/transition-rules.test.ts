import { ENROLLMENT_STATUSES } from '@visavis/shared/statuses'
import { expect, it } from 'vitest'
import { ENROLLMENT_TRIGGERS, nextEnrollment } from './transition-rules.ts'

/** Written out again, by hand: status > trigger > status / what the face goes through. */
const LEGAL = `
pending_redirection > replaced > terminated /
pending_redirection > link_opened > capture_in_progress / capture_started
pending_redirection > link_expired > expired /
capture_in_progress > replaced > terminated / capture_left
capture_in_progress > capture_aborted > capture_aborted / capture_left
capture_in_progress > capture_refused > capture_refused / capture_refused
capture_in_progress > unusable > checks_inconclusive / unusable
capture_in_progress > enrolled > completed / enrolled
capture_in_progress > sent_to_review > completed / sent_to_review`
  .trim()
  .split('\n')

it.each(
  ENROLLMENT_STATUSES.flatMap((status) => ENROLLMENT_TRIGGERS.map((trigger) => [status, trigger] as const)),
)('%s on %s', (status, trigger) => {
  const step = nextEnrollment(status, trigger)
  const line = LEGAL.find((legal) => legal.startsWith(`${status} > ${trigger} >`))
  expect(step && `${status} > ${trigger} > ${step.status} / ${step.face ?? ''}`.trim()).toBe(line)
})
