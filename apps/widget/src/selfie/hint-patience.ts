import type { GateFailure } from '@visavis/face-quality/evaluate-gates'
import type { FailureCode } from '@visavis/face-quality/failure-codes'

/** Time to act on a hint; whoever cannot take off the glasses is not kept waiting. Own choice. */
export const HINT_PATIENCE_MS = 3000

/** Nothing the person can mend. */
const isBeyondThem = ({ code, blocking }: GateFailure): boolean => code === 'low_resolution' && !blocking

/**
 * What is still worth waiting for: all that blocks, and each hint until it has stood alone for its time. Times run
 * only while nothing blocks, and are never given back, so that hints that come and go cannot hold a person up.
 */
export const createHintPatience = () => {
  const firstSeen = new Map<FailureCode, number>()
  return (failures: readonly GateFailure[], now: number): GateFailure[] => {
    const worth = failures.filter((failure) => !isBeyondThem(failure))
    if (worth.some(({ blocking }) => blocking)) return worth
    return worth.filter(({ code }) => {
      const since = firstSeen.get(code) ?? now
      firstSeen.set(code, since)
      return now - since < HINT_PATIENCE_MS
    })
  }
}
