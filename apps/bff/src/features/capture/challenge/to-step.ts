import type { ChallengeStep } from '@visavis/shared/liveness'
import type { LivenessChallenge } from './challenges-repo.ts'

/** The present step as the page is told of it. */
export const toStep = ({
  step,
  side,
  afterMs,
  expiresOn,
}: Pick<LivenessChallenge, 'step' | 'side' | 'afterMs' | 'expiresOn'>): {
  step: ChallengeStep
  expires_at: string
} => ({ step: { n: step, side, after_ms: afterMs }, expires_at: expiresOn.toISOString() })
