import type { AttemptDetails, DecisionDetails } from '@visavis/shared/attempt-details'
import { RETRY_REASONS, type RetryReason } from '@visavis/shared/capture-api'
import { toConsentView } from '../links/index.ts'
import type { Attempt, RetryCounts } from './attempt-row.ts'
import { toCourseView } from './course-rules.ts'
import type { DecisionEvidence, LivenessEvidence } from './decision-rules.ts'

export type DecisionFindings = Pick<DecisionEvidence, 'matchLevel' | 'pictureHash' | keyof LivenessEvidence>

export const countReasons = (before: RetryCounts, reasons: readonly RetryReason[]): RetryCounts => {
  const counts: Partial<Record<RetryReason, number>> = { ...before }
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

/** Of a capture that a vendor took there is no picture of ours, and nothing is known of its liveness. */
export const toDecisionDetails = (
  { matchLevel, pictureHash, ...found }: DecisionFindings,
  minimumMatchLevel: number | null,
): DecisionDetails => ({
  ...(matchLevel === null ? {} : { match_level: matchLevel }),
  ...(minimumMatchLevel === null ? {} : { minimum_match_level: minimumMatchLevel }),
  ...(pictureHash === null ? {} : { liveness: toLiveness(found) }),
})

/** Uncertified, whatever it says: nothing here was tested under ISO/IEC 30107-3. */
const toLiveness = ({
  liveness,
  livenessMethod,
  livenessModelId,
  livenessBand,
}: LivenessEvidence): DecisionDetails['liveness'] => ({
  result: liveness,
  method: livenessMethod ?? 'none',
  certified: false,
  ...(livenessModelId === null ? {} : { model_id: livenessModelId }),
  ...(livenessBand === null ? {} : { score_band: livenessBand }),
})

/** Everything there is to tell; `undefined`: nothing. */
export const toAttemptDetails = (
  {
    minimumMatchLevel,
    retryReasons,
    captureCount,
    client,
    course,
    consentOn,
    consent,
  }: Pick<
    Attempt,
    'minimumMatchLevel' | 'retryReasons' | 'captureCount' | 'client' | 'course' | 'consentOn' | 'consent'
  >,
  decision: DecisionFindings | undefined,
): AttemptDetails | undefined => {
  const refused = RETRY_REASONS.flatMap((reason) => {
    const count = retryReasons?.[reason]
    return count ? [{ reason, count }] : []
  })
  const details = {
    ...(decision ? toDecisionDetails(decision, minimumMatchLevel) : {}),
    ...(refused.length > 0 ? { retry_reasons: refused } : {}),
    ...(client && captureCount > 0 ? { tries: captureCount } : {}),
    ...(course ? { course: toCourseView(course) } : {}),
    ...(consentOn ? { consent: toConsentView('authentication', consentOn, consent) } : {}),
    ...client,
  }
  return Object.keys(details).length > 0 ? details : undefined
}
