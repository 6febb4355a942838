import { randomUUID } from 'node:crypto'
import type { Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import { MAX_CAPTURES_PER_ATTEMPT } from '@visavis/shared/limits'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { PictureSource } from '@visavis/shared/picture-source'
import { bulkhead } from 'cockatiel'
import type { SpooledUpload, UploadBody } from '../../storage/assets/types.ts'
import { countReasons } from '../authentications/index.ts'
import { storePicture } from '../pictures/index.ts'
import { toNext, withCapture } from './capture-context.ts'
import type { CaptureState, CaptureSubject, HeldCapture, Verification } from './capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from './deps.ts'
import { lookForReplay } from './look-for-replay.ts'
import { assertSourceAllowed } from './photo-upload.ts'

export interface SelfieUpload {
  body: UploadBody
  /** Of the body, in bytes, where its sender announced it. */
  length?: number | undefined
  /** What the browser measured on it: kept with the picture, no part of any decision. */
  quality: PictureQuality | null
  /** Where the browser got it from; `null`: it does not say. */
  source: PictureSource | null
}

/** Pictures on their way into the store are whole in memory, three times over: so many at a time, the others wait. */
const MAX_STORING = 4
const storing = bulkhead(MAX_STORING, Number.POSITIVE_INFINITY)

/**
 * Takes the picture off the wire, has it verified, and writes picture, verdict and all statuses in one transaction.
 * Where the journey's retention is 0 days, no picture is written.
 * Until then the link stays as it was: whatever breaks in between, the person can send again.
 * @throws AppError ATTEMPT_CLOSED, CONSENT_REQUIRED, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, UPLOAD_REPLACED,
 *   REFERENCE_MISSING, PROVIDER_UNAVAILABLE, APPLICANT_LOCKED, APPLICANT_DELAYED,
 *   PHOTO_NOT_ALLOWED
 */
export const submitSelfie = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  { body, length, quality, source }: SelfieUpload,
): Promise<Next> => {
  const claim = await claimUpload(deps, subject, source)
  const upload = await deps.spool.receive(body, length)
  try {
    return await compare(deps, subject, claim, { upload, quality })
  } finally {
    await upload.discard()
  }
}

interface Received {
  upload: SpooledUpload
  quality: PictureQuality | null
}

const compare = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  received: Received,
): Promise<Next> => {
  const isWanted = (await subject.beginComparison?.(claim.uploadId)) ?? true
  if (!isWanted) await withCapture(deps, subject, async ({ state }) => assertCurrent(state, claim))
  try {
    const verification = await claim.held.verify(received.upload)
    if (verification.kind === 'decided')
      return await recordVerdict(deps, subject, claim, received, verification)
    const next = await recordRetry(deps, subject, claim, verification)
    const { purpose } = subject
    deps.observeCapture?.({ kind: 'picture', purpose, source: claim.source, outcome: 'retry' })
    return next
  } catch (failure) {
    await release(deps, subject, claim)
    throw failure
  }
}

/** A comparison that came to nothing holds up no new attempt. */
const release = async (deps: CaptureDeps, subject: CaptureSubject, { uploadId }: Claim): Promise<void> => {
  try {
    await withCapture(deps, subject, async (held) => {
      if (held.state.uploadId === uploadId) await held.update({ uploadId: null })
    })
  } catch (cause) {
    // The first failure is the one to be told; time releases it as well.
    deps.log.error({ link_id: subject.id, stack: (cause as Error).stack }, 'comparison not released')
  }
}

interface Claim {
  /** The link as it was then. */
  held: HeldCapture
  uploadId: string
  /** Decided here, so that it is the same however long the comparison takes. */
  keepsPicture: boolean
  source: PictureSource | null
}

/** The newest upload wins; a process that dies while it holds one leaves nothing behind but what time releases. */
const claimUpload = (
  deps: CaptureDeps,
  subject: CaptureSubject,
  source: PictureSource | null,
): Promise<Claim> =>
  withCapture(deps, subject, async (held) => {
    if (held.state.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
    // A vendor takes the picture: one of ours would be compared by nobody.
    if (held.captureMode !== 'selfie-upload') throw new AppError('ATTEMPT_CLOSED')
    if (!held.state.consentOn) throw new AppError('CONSENT_REQUIRED')
    held.assertMayTry()
    assertSourceAllowed(subject, held, source)
    const uploadId = randomUUID()
    const claimed = await held.update({ uploadId })
    // The picture of an enrolment is what later ones are compared with.
    const keepsPicture = subject.purpose === 'enrolment' || held.journey?.retentionDays !== 0
    return { held: claimed, uploadId, keepsPicture, source }
  })

const assertCurrent = (state: CaptureState, { uploadId }: Claim): void => {
  if (state.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
  if (state.uploadId !== uploadId) throw new AppError('UPLOAD_REPLACED')
}

const recordRetry = (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  { reasons, codes }: Extract<Verification, { kind: 'retry' }>,
): Promise<Next> =>
  withCapture(deps, subject, async (held) => {
    assertCurrent(held.state, claim)
    const captureCount = held.state.captureCount + 1
    const retryReasons = countReasons(held.state.retryReasons ?? {}, reasons)
    if (captureCount >= MAX_CAPTURES_PER_ATTEMPT) {
      return toNext(
        await held.advance('unusable', codes, { captureCount, source: claim.source, retryReasons }),
      )
    }
    await held.update({ captureCount, retryReasons, uploadId: null })
    return { next: 'retry', reasons: [...reasons] }
  })

const recordVerdict = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  { upload, quality }: Received,
  { verdict, print, record }: Extract<Verification, { kind: 'decided' }>,
): Promise<Next> => {
  const read = () => upload.read()
  const { refusal, checkResults, marks } = await lookForReplay(deps, subject, claim.held, { read, print })
  const { tenantId, purpose, pictureOwnerId: ownerId } = subject
  const { source } = claim
  let decided: HeldCapture | undefined
  const commit = async (repositories: CaptureRepositories) => {
    const held = await subject.hold(repositories)
    if (!held) throw new AppError('ATTEMPT_CLOSED')
    assertCurrent(held.state, claim)
    const captureCount = held.state.captureCount + 1
    decided = await record(held, repositories, { captureCount, source, checkResults }, refusal)
  }
  if (claim.keepsPicture) {
    const { applicantId } = claim.held
    const kept = { tenantId, applicantId, ownerId, quality, source, marks }
    await storing.execute(async () => storePicture(deps, { ...kept, picture: await upload.read() }, commit))
  } else await deps.database.transaction(commit)
  if (!decided) throw new AppError('ATTEMPT_CLOSED')
  deps.observeCapture?.({ kind: 'picture', purpose, source, outcome: refusal ? 'replayed' : verdict })
  if (decided.hasLocked) deps.observeCapture?.({ kind: 'lock' })
  return toNext(decided)
}
