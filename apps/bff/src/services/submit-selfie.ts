import { randomUUID } from 'node:crypto'
import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { MAX_CAPTURES_PER_ATTEMPT } from '@visavis/shared/limits'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { Trigger } from '../domain/transitions.ts'
import { callProvider } from '../providers/call-provider.ts'
import type { VerifyOutcome } from '../providers/types.ts'
import type { Attempt, Repositories } from '../storage/db/types.ts'
import { advance } from './advance.ts'
import { type CaptureContext, toNext, withCaptureContext } from './capture-context.ts'
import type { ServiceDeps } from './deps.ts'
import { openTemplate } from './seal-template.ts'
import { storePicture } from './store-picture.ts'

/**
 * Takes the picture off the wire, has it compared, and writes picture, verdict and both statuses in one
 * transaction. Until then the attempt stays as it was: whatever breaks in between, the person can send again.
 * @throws AppError ATTEMPT_CLOSED, CONSENT_REQUIRED, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, UPLOAD_REPLACED,
 *   REFERENCE_MISSING, PROVIDER_UNAVAILABLE
 */
export const submitSelfie = async (
  deps: ServiceDeps,
  known: Attempt,
  body: ReadableStream<Uint8Array>,
): Promise<Next> => {
  const uploadId = await claimUpload(deps, known)
  const upload = await deps.spool.receive(body)
  try {
    const selfie = await upload.read()
    const outcome = await verify(deps, known, selfie)
    if (outcome.kind === 'no-reference') throw new AppError('REFERENCE_MISSING')
    if (outcome.kind === 'retry') return await recordRetry(deps, known, uploadId, outcome)
    return await recordVerdict(deps, known, uploadId, selfie, outcome)
  } finally {
    await upload.discard()
  }
}

/** The newest upload wins; nothing has to be released when a process dies while it holds one. */
const claimUpload = (deps: ServiceDeps, known: Attempt): Promise<string> =>
  withCaptureContext(deps, known, async (repositories, { attempt }) => {
    if (attempt.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
    if (!attempt.consentOn) throw new AppError('CONSENT_REQUIRED')
    const uploadId = randomUUID()
    await repositories.attempts.update(attempt.id, { uploadId }, deps.now())
    return uploadId
  })

const verify = async (deps: ServiceDeps, known: Attempt, selfie: Uint8Array): Promise<VerifyOutcome> => {
  const { database, providers } = deps
  const { tenantId } = known
  const authentication = await database.faceAuthentications.get(tenantId, known.faceAuthenticationId)
  const journey = authentication && (await database.userJourneys.get(tenantId, authentication.userJourneyId))
  if (!authentication || !journey) throw new AppError('ATTEMPT_CLOSED')
  const provider = providers.get(journey.provider)
  const faces = await database.faces.listActive(tenantId, authentication.applicantId, provider.id, deps.now())
  const references = faces.flatMap((face) => openTemplate(deps, face) ?? [])
  const verifySelfie = provider.verify
  if (!verifySelfie) throw new AppError('PROVIDER_UNAVAILABLE')
  return callProvider(provider, (signal) =>
    verifySelfie({ selfie, references, minimumMatchLevel: journey.minimumMatchLevel }, signal),
  )
}

const assertCurrent = ({ attempt }: CaptureContext, uploadId: string): void => {
  if (attempt.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
  if (attempt.uploadId !== uploadId) throw new AppError('UPLOAD_REPLACED')
}

const recordRetry = (
  deps: ServiceDeps,
  known: Attempt,
  uploadId: string,
  outcome: Extract<VerifyOutcome, { kind: 'retry' }>,
): Promise<Next> =>
  withCaptureContext(deps, known, async (repositories, context) => {
    assertCurrent(context, uploadId)
    const captureCount = context.attempt.captureCount + 1
    await repositories.attempts.update(known.id, { captureCount, uploadId: null }, deps.now())
    if (captureCount < MAX_CAPTURES_PER_ATTEMPT) return { next: 'retry', reasons: [...outcome.reasons] }
    const attempt = await finish(deps, repositories, context, 'unusable', outcome.codes)
    return toNext({ attempt })
  })

const recordVerdict = async (
  deps: ServiceDeps,
  known: Attempt,
  uploadId: string,
  selfie: Uint8Array,
  outcome: Extract<VerifyOutcome, { kind: 'approved' | 'declined' }>,
): Promise<Next> => {
  let next: Next | undefined
  await storePicture(
    deps,
    { tenantId: known.tenantId, ownerId: known.id, picture: selfie },
    async (repositories) => {
      const authentication = await repositories.faceAuthentications.lock(
        known.tenantId,
        known.faceAuthenticationId,
      )
      const attempt = await repositories.attempts.get(known.tenantId, known.faceAuthenticationId, known.id)
      if (!authentication || !attempt) throw new AppError('ATTEMPT_CLOSED')
      assertCurrent({ attempt, authentication }, uploadId)
      await repositories.attempts.update(attempt.id, { captureCount: attempt.captureCount + 1 }, deps.now())
      const trigger = outcome.kind === 'approved' ? 'matched' : 'mismatched'
      next = toNext({
        attempt: await finish(deps, repositories, { attempt, authentication }, trigger, outcome.codes),
      })
    },
  )
  if (!next) throw new AppError('ATTEMPT_CLOSED')
  return next
}

/** Delivered and decided in one go: both steps of the table, nothing visible in between. */
const finish = async (
  deps: ServiceDeps,
  repositories: Repositories,
  context: CaptureContext,
  trigger: Trigger,
  codes: readonly ResponseCode[],
): Promise<Attempt> => {
  const now = deps.now()
  const delivered = await advance(repositories, { ...context, trigger: 'capture_completed', codes: [], now })
  if (!delivered?.attempt) throw new AppError('ATTEMPT_CLOSED')
  const { authentication, attempt } = delivered
  const decided = await advance(repositories, { authentication, attempt, trigger, codes, now })
  if (!decided?.attempt) throw new AppError('ATTEMPT_CLOSED')
  return decided.attempt
}
