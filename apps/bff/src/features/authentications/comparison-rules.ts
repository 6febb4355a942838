import type { AttemptStatus } from '@visavis/shared/statuses'

interface Comparable {
  status: AttemptStatus
  comparingUntil: Date | null
}

/**
 * Longest that a comparison is said to run: a provider has 20 s, what comes before and after it takes little. Where a
 * process dies in one, its attempt is open again after that.
 */
export const MAX_COMPARISON_MS = 60_000

/**
 * Whether a picture of the attempt is being compared. Nothing of that is in its status, which moves with the verdict
 * alone (docs/adr/0002).
 */
export const isComparing = ({ status, comparingUntil }: Comparable, now: Date): boolean =>
  status === 'capture_in_progress' && comparingUntil !== null && now < comparingUntil

/** The attempt as the wire has it: a capture that was delivered is being checked. */
export const asOf = <Attempt extends Comparable>(attempt: Attempt, now: Date): Attempt =>
  isComparing(attempt, now) ? { ...attempt, status: 'checks_in_progress' } : attempt
