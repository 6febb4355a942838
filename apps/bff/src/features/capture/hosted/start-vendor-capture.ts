import type { HostedStep } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { CAPTURE_LIFETIME_S } from '@visavis/shared/limits'
import { callProvider } from '../../../providers/call-provider.ts'
import type { StartOutcome } from '../../../providers/hosted-capture.ts'
import { ProviderError } from '../../../providers/provider-error.ts'
import type { FaceProvider } from '../../../providers/types.ts'
import type { Applicant } from '../../applicants/index.ts'
import { type Attempt, assertMayTry, type FaceAuthentication } from '../../authentications/index.ts'
import { readReferences } from '../../faces/index.ts'
import { assertLiveness, getJourneyProvider, type UserJourney } from '../../journeys/index.ts'
import type { CaptureDeps } from '../deps.ts'
import { mayRunScripts } from './read-page-policy.ts'
import { createReturnState } from './return-state.ts'
import { nextVendorLook, VERDICT_LIFETIME_MS } from './schedule-rules.ts'
import { queueVendorLooks, sealStarted } from './vendor-captures.ts'
import type { VendorCapture } from './vendor-captures-repo.ts'

/** Longer than a provider may take: whoever has not finished by then is dead. */
const CLAIM_MS = 30_000
/** After the vendor's time is up, so long for its last word before the attempt counts as left. */
const GRACE_MS = 10 * 60_000

interface Subject {
  attempt: Attempt
  authentication: FaceAuthentication
  journey: UserJourney
  applicant: Applicant
}

/**
 * Asks the vendor for a capture, once an attempt: whoever comes second gets `undefined` and asks again in a moment.
 * A vendor that is down leaves the attempt as it was.
 * @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE, ATTEMPT_CLOSED, APPLICANT_LOCKED, APPLICANT_DELAYED
 */
export const startVendorCapture = async (
  deps: CaptureDeps,
  attempt: Attempt,
): Promise<HostedStep | undefined> => {
  const subject = await readSubject(deps, attempt)
  const { authentication, journey } = subject
  const provider = getJourneyProvider(deps, journey)
  assertLiveness(deps, provider, journey)
  if (!mayRunScripts(deps, provider)) {
    const cause = new ProviderError(provider.id, 'rejected', { code: 'vendor_script_not_allowed' })
    throw new AppError('PROVIDER_UNAVAILABLE', { cause })
  }
  const now = deps.now()
  const { tenantId, applicantId } = authentication
  assertMayTry(await deps.database.lockouts.get(tenantId, applicantId), now)
  const giveUpOn = new Date(now.getTime() + VERDICT_LIFETIME_MS)
  const row: VendorCapture = {
    attemptId: attempt.id,
    tenantId: attempt.tenantId,
    applicantId: authentication.applicantId,
    faceAuthenticationId: authentication.id,
    userJourneyId: journey.id,
    provider: provider.id,
    status: 'starting',
    claimedUntil: new Date(now.getTime() + CLAIM_MS),
    vendorSession: null,
    stateSealed: null,
    stepSealed: null,
    returnHash: null,
    readOn: null,
    seenEvents: [],
    nextLookOn: null,
    giveUpOn,
    createdOn: now,
    modifiedOn: now,
  }
  if (!(await deps.database.vendorCaptures.claimStart(row, now))) return undefined
  const wayBack = createReturnState(deps, attempt.id, giveUpOn)
  try {
    const outcome = await start(deps, subject, provider, wayBack.text)
    if (outcome.kind === 'no-reference') throw new AppError('REFERENCE_MISSING')
    return await record(deps, row, provider, outcome, wayBack.nonceHash)
  } catch (failure) {
    await deps.database.vendorCaptures.releaseStart(attempt.id)
    throw failure
  }
}

const readSubject = async ({ database }: CaptureDeps, attempt: Attempt): Promise<Subject> => {
  const { tenantId, faceAuthenticationId } = attempt
  const authentication = await database.faceAuthentications.get(tenantId, faceAuthenticationId)
  const journey = authentication && (await database.userJourneys.get(tenantId, authentication.userJourneyId))
  const applicant = authentication && (await database.applicants.get(tenantId, authentication.applicantId))
  if (!authentication || !journey || !applicant) throw new AppError('ATTEMPT_CLOSED')
  return { attempt, authentication, journey, applicant }
}

const start = async (
  deps: CaptureDeps,
  { attempt, authentication, journey, applicant }: Subject,
  provider: FaceProvider,
  returnState: string,
): Promise<StartOutcome> => {
  const { hosted } = provider
  if (!hosted) throw new AppError('PROVIDER_UNAVAILABLE')
  const references = await readReferences(deps, provider, authentication)
  if (references.length === 0) return { kind: 'no-reference' }
  const input = {
    attemptId: attempt.id,
    applicant: { id: applicant.id, externalId: applicant.externalApplicantId },
    references,
    minimumMatchLevel: journey.minimumMatchLevel,
    locale: attempt.locale ?? attempt.language ?? journey.locale,
    lifetimeS: CAPTURE_LIFETIME_S,
    returnUrl: `${deps.publicUrl}/return/${returnState}`,
    webhookUrl: `${deps.publicUrl}/vendor/${provider.id}/${journey.id}`,
  }
  return callProvider(provider, (signal) => hosted.start(input, signal))
}

/** An attempt that ended while the vendor was asked has what is there by now erased again. */
const record = async (
  deps: CaptureDeps,
  { attemptId, tenantId, faceAuthenticationId }: VendorCapture,
  { capabilities }: FaceProvider,
  started: Extract<StartOutcome, { kind: 'started' }>,
  returnHash: Uint8Array,
): Promise<HostedStep> => {
  const isOpen = await deps.database.transaction(async (repositories) => {
    const now = deps.now()
    await repositories.faceAuthentications.lock(tenantId, faceAuthenticationId)
    const attempt = await repositories.attempts.find(tenantId, attemptId)
    const isWanted = attempt?.status === 'capture_in_progress'
    const hasWebhooks = capabilities.result.includes('webhook')
    const nextLookOn = isWanted ? nextVendorLook(now, now, { hasWebhooks }) : now
    const change = {
      status: isWanted ? 'open' : 'erasing',
      claimedUntil: null,
      vendorSession: started.vendorSession,
      ...sealStarted(deps.sealer, { tenantId, attemptId }, started),
      returnHash: isWanted ? returnHash : null,
      readOn: now,
      nextLookOn,
    } as const
    await repositories.vendorCaptures.update(attemptId, change, now)
    await queueVendorLooks(repositories, [{ tenantId, attemptId, nextLookOn }], now)
    if (!isWanted) return false
    const expiresOn = new Date(now.getTime() + CAPTURE_LIFETIME_S * 1000 + GRACE_MS)
    await repositories.attempts.update(attemptId, { expiresOn }, now)
    return true
  })
  if (!isOpen) throw new AppError('ATTEMPT_CLOSED')
  return started.step
}
