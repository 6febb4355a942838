import type { CaptureResult } from '../../../providers/hosted-capture.ts'
import {
  type Attempt,
  advance,
  type HeldAuthentication,
  isOpenAttempt,
  toBareEvidence,
} from '../../authentications/index.ts'
import { findUsableFaces } from '../../faces/index.ts'
import type { CaptureDeps, CaptureRepositories } from '../deps.ts'
import { type CaptureObservation, observe } from '../observe-capture.ts'
import { toVendorSteps } from './step-rules.ts'
import { queueVendorLooks, sealVendorState } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

/**
 * Writes what a vendor answered: all steps, their events and the capture's own row in one transaction. The same answer
 * twice, or one for an attempt that is over, changes nothing. @param keepsMedia the vendor hands out pictures
 */
export const applyCaptureResult = async (
  deps: CaptureDeps,
  { tenantId, attemptId, faceAuthenticationId }: VendorCapture,
  told: CaptureResult,
  { keepsMedia }: { keepsMedia: boolean },
): Promise<void> => {
  const observed = await deps.database.transaction(async (repositories): Promise<CaptureObservation[]> => {
    const now = deps.now()
    // Not settled first: what the vendor saw happened before the clock ran out here.
    const context = await repositories.faceAuthentications.hold(tenantId, faceAuthenticationId)
    const found = await repositories.vendorCaptures.getWithAttempt(tenantId, attemptId)
    if (!context || found?.capture.status !== 'open') return []
    const { capture } = found
    const isRevoked = told.kind === 'approved' && !(await hasReference(deps, repositories, capture))
    const result: CaptureResult = isRevoked ? { kind: 'inconclusive', codes: [61901] } : told
    const { attempt, hasLocked } = await step(
      repositories,
      { ...context, attempt: found.attempt },
      result,
      capture.provider,
      now,
    )
    if (!isOpenAttempt(attempt.status)) {
      await endCapture(repositories, capture, now, keepsMedia && attempt.status === 'completed')
    } else if ('state' in result && result.state) {
      const stateSealed = sealVendorState(deps.sealer, { tenantId, attemptId }, result.state)
      await repositories.vendorCaptures.update(attemptId, { stateSealed }, now)
    }
    const { userJourneyId } = context.authentication
    return [
      ...(attempt.status === 'completed'
        ? [{ kind: 'decision' as const, userJourneyId, codes: attempt.responseCodes }]
        : []),
      ...(hasLocked ? [{ kind: 'lock' as const }] : []),
    ]
  })
  for (const each of observed) observe(deps, { tenantId }, each)
}

/**
 * @param provider of the capture: the journey may have changed to another
 * @returns the attempt as it is then; as it was, where the answer is no legal step any more
 */
const step = async (
  repositories: CaptureRepositories,
  held: HeldAuthentication & { attempt: Attempt },
  result: CaptureResult,
  provider: string,
  now: Date,
): Promise<{ attempt: Attempt; hasLocked: boolean }> => {
  const [first, ...others] = toVendorSteps(held.attempt.status, result)
  if (!first) return { attempt: held.attempt, hasLocked: false }
  const riskLabels = 'riskLabels' in result ? result.riskLabels : undefined
  const advanced = await advance(repositories, held, [first, ...others], {
    now,
    riskLabels: riskLabels && [...new Set(riskLabels)],
    evidence: toBareEvidence(provider),
  })
  return { attempt: advanced?.attempt ?? held.attempt, hasLocked: advanced?.hasLocked ?? false }
}

/**
 * Whether a face is left that the vendor may have compared with. All may have been deleted or switched off while the
 * person was there; one that only ran out meanwhile was good when they came.
 */
const hasReference = async (
  { providers }: CaptureDeps,
  repositories: CaptureRepositories,
  { tenantId, applicantId, provider: id, createdOn }: VendorCapture,
): Promise<boolean> => {
  const capabilities = providers.find(id)?.capabilities
  if (!capabilities) return false
  const owner = { tenantId, applicantId }
  return (await findUsableFaces(repositories, { id, capabilities }, owner, createdOn)).length > 0
}

/** Nothing more is asked of the vendor, except for pictures. */
export const endCapture = async (
  repositories: CaptureRepositories,
  { tenantId, attemptId }: VendorCapture,
  now: Date,
  hasMedia: boolean,
): Promise<void> => {
  const change = hasMedia
    ? ({ status: 'media', nextLookOn: now } as const)
    : ({ status: 'over', nextLookOn: null } as const)
  await repositories.vendorCaptures.update(attemptId, change, now)
  if (hasMedia) await queueVendorLooks(repositories, [{ tenantId, attemptId, nextLookOn: now }], now)
}
