import type { Next } from '@visavis/shared/capture-api'
import type { PictureQuality } from '@visavis/shared/picture-quality'
import type { PictureSource } from '@visavis/shared/picture-source'
import type { UploadBody } from '../../storage/assets/types.ts'
import { withCapture } from './capture-context.ts'
import type { CaptureSubject, Verification } from './capture-subject.ts'
import type { StepName } from './challenge/find-present-step.ts'
import type { CaptureDeps } from './deps.ts'
import type { Device } from './device/device-cookie.ts'
import { asksForDevice } from './device/known-device.ts'
import { judgeLiveness } from './liveness/judge-liveness.ts'
import { observe } from './observe-capture.ts'
import { recordRetry, recordTurn } from './record-another.ts'
import { type Received, recordVerdict } from './record-verdict.ts'
import { assertCurrent, type Claim, claimUpload } from './selfie-claim.ts'

export interface SelfieUpload {
  body: UploadBody
  /** Of the body, in bytes, where its sender announced it. */
  length?: number | undefined
  /** What the browser measured on it: kept with the picture, no part of any decision. */
  quality: PictureQuality | null
  /** Where the browser got it from; `null`: it does not say. */
  source: PictureSource | null
  /** The step in whose place it comes: its time passed without a turn. */
  unturned: StepName | undefined
  device: Device
}

/**
 * Takes the picture off the wire, has it verified, and writes picture, verdict and all statuses in one transaction.
 * Where the journey's retention is 0 days, no picture is written.
 * Until then the link stays as it was: whatever breaks in between, the person can send again.
 * @throws AppError ATTEMPT_CLOSED, CONSENT_REQUIRED, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, UPLOAD_REPLACED,
 *   REFERENCE_MISSING, LIVENESS_UNAVAILABLE, CHALLENGE_REQUIRED, CHALLENGE_OVER, PROVIDER_UNAVAILABLE, APPLICANT_LOCKED,
 *   APPLICANT_DELAYED, PHOTO_NOT_ALLOWED
 */
export const submitSelfie = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  { body, length, quality, source, unturned, device }: SelfieUpload,
): Promise<Next> => {
  const claim = await claimUpload(deps, subject, { source, unturned })
  // Whatever comes of the picture: a cookie for the approved alone would tell them (ADR 0004).
  if (asksForDevice(claim.held)) device.keep()
  const upload = await deps.spool.receive(body, length)
  try {
    return await compare(deps, subject, claim, { upload, quality, device })
  } finally {
    await upload.discard()
  }
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
    return await judge(deps, subject, claim, received)
  } catch (failure) {
    await release(deps, subject, claim)
    throw failure
  }
}

const judge = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  claim: Claim,
  received: Received,
): Promise<Next> => {
  const { purpose } = subject
  const { source } = claim
  const askForAnother = async (retry: Extract<Verification, { kind: 'retry' }>) => {
    const next = await recordRetry(deps, subject, claim, retry)
    observe(deps, subject, { kind: 'picture', purpose, source, outcome: 'retry' })
    observe(deps, subject, { kind: 'retry', reasons: retry.reasons })
    return next
  }
  const { upload, device } = received
  const liveness = await judgeLiveness(deps, subject, claim.held, { upload, source, device })
  if (liveness.kind === 'retry') return askForAnother(liveness)
  if (liveness.kind === 'turn') {
    const next = await recordTurn(deps, subject, claim, liveness)
    observe(deps, subject, { kind: 'picture', purpose, source, outcome: 'turn' })
    return next
  }
  const { checked, life } = liveness
  const verification = await claim.held.verify(upload, life)
  if (verification.kind === 'retry') return askForAnother(verification)
  return recordVerdict(deps, subject, claim, received, { verification, checked })
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
