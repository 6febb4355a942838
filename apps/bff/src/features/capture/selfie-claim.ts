import { randomUUID } from 'node:crypto'
import { AppError } from '@visavis/shared/errors'
import type { PictureSource } from '@visavis/shared/picture-source'
import { assertMayCapture, withCapture } from './capture-context.ts'
import type { CaptureState, CaptureSubject, HeldCapture } from './capture-subject.ts'
import { mayReplaceStep, type StepName } from './challenge/find-present-step.ts'
import type { CaptureDeps } from './deps.ts'
import { assertSourceAllowed } from './photo-upload.ts'

/** A picture on its way through the checks. */
export interface Claim {
  /** The link as it was then. */
  held: HeldCapture
  uploadId: string
  /** Decided here, so that it is the same however long the comparison takes. */
  keepsPicture: boolean
  source: PictureSource | null
}

/** The newest upload wins; a process that dies while it holds one leaves nothing behind but what time releases. */
export const claimUpload = (
  deps: CaptureDeps,
  subject: CaptureSubject,
  { source, unturned }: { source: PictureSource | null; unturned: StepName | undefined },
): Promise<Claim> =>
  withCapture(deps, subject, async (held) => {
    assertMayCapture(held)
    assertSourceAllowed(subject, held, source)
    held.assertLiveness()
    const isReplacing = unturned !== undefined && mayReplaceStep(held, unturned, deps.now())
    if (held.turn === 'due' && !isReplacing) throw new AppError('CHALLENGE_REQUIRED')
    const uploadId = randomUUID()
    const claimed = await held.update({ uploadId })
    // The picture of an enrolment is what later ones are compared with.
    const keepsPicture = subject.purpose === 'enrolment' || held.journey?.retentionDays !== 0
    return { held: claimed, uploadId, keepsPicture, source }
  })

/** @throws AppError ATTEMPT_CLOSED, UPLOAD_REPLACED when another picture came meanwhile */
export const assertCurrent = (state: CaptureState, { uploadId }: Claim): void => {
  if (state.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
  if (state.uploadId !== uploadId) throw new AppError('UPLOAD_REPLACED')
}
