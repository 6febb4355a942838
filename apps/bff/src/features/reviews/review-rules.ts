import type { ReviewCause, ReviewOutcome, ReviewPolicy } from '@visavis/shared/reviews'

/** Why a verdict goes to a person; `undefined`: it does not. */
export const toReviewCause = (
  policy: ReviewPolicy,
  verdict: { status: string; riskLabels: readonly string[] },
): ReviewCause | undefined => {
  const isDeclined = verdict.status === 'declined'
  if (!isDeclined && verdict.status !== 'approved') return undefined
  if (policy === 'on_decline') return isDeclined ? 'decline' : undefined
  return policy === 'on_risk' && verdict.riskLabels.length > 0 ? 'risk' : undefined
}

/** Two of four eyes that disagree wait for a third pair. @param before what others said */
export const isSettled = (
  fourEyes: boolean,
  before: readonly { outcome: ReviewOutcome }[],
  outcome: ReviewOutcome,
): boolean => !fourEyes || before.some((opinion) => opinion.outcome === outcome)
