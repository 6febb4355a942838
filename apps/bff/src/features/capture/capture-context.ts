import { timingSafeEqual } from 'node:crypto'
import type { CaptureSession, Next } from '@visavis/shared/capture-api'
import { AppError } from '@visavis/shared/errors'
import type { Database } from '../../storage/database.ts'
import { type Attempt, isOpenAttempt } from '../authentications/index.ts'
import { hashSecret } from '../links/index.ts'
import { toAttemptSubject } from './attempt-subject.ts'
import type { CaptureState, CaptureSubject, HeldCapture } from './capture-subject.ts'
import type { CaptureDeps, CaptureRepositories } from './deps.ts'
import { toEnrollmentSubject } from './enrollment-subject.ts'
import { readPageToken } from './hosted/return-state.ts'

/** What a capture token opens. @throws AppError CAPTURE_TOKEN_INVALID */
export const findSubjectByToken = async (deps: CaptureDeps, token: string): Promise<CaptureSubject> => {
  const hash = hashSecret(token)
  const attempt = await deps.database.attempts.findByToken(hash)
  if (attempt) return toAttemptSubject(deps, attempt)
  const enrollment = await deps.database.faceEnrollments.findByToken(hash)
  if (enrollment) return toEnrollmentSubject(deps, enrollment)
  const returned = await findReturned(deps, token)
  if (returned) return { ...toAttemptSubject(deps, returned), deviceKeyHash: null, isReturned: true }
  throw new AppError('CAPTURE_TOKEN_INVALID')
}

/** The attempt whose person came back from a vendor. */
const findReturned = async ({ database }: CaptureDeps, token: string): Promise<Attempt | undefined> => {
  const page = readPageToken(token)
  if (!page) return undefined
  const capture = await database.vendorCaptures.find(page.attemptId)
  if (!capture?.returnHash || !timingSafeEqual(page.hash, capture.returnHash)) return undefined
  return database.attempts.find(capture.tenantId, capture.attemptId)
}

/**
 * Runs `work` on the link as it is now, held until it ends. The link may be over; `work` decides what that means.
 * @throws AppError CAPTURE_TOKEN_INVALID when it is gone
 */
export const withCapture = async <T, R extends CaptureRepositories>(
  { database }: { database: Database<R> },
  subject: CaptureSubject,
  work: (held: HeldCapture, repositories: R) => Promise<T>,
): Promise<T> =>
  database.transaction(async (repositories) => {
    const held = await subject.hold(repositories)
    if (!held) throw new AppError('CAPTURE_TOKEN_INVALID')
    return work(held, repositories)
  })

/**
 * What the browser has to do next. Where a vendor takes the capture and the person has agreed, the vendor is asked: call
 * it outside any transaction. @param held as it was a moment ago
 * @throws AppError REFERENCE_MISSING, PROVIDER_UNAVAILABLE, ATTEMPT_CLOSED
 */
export const decideNext = async (
  deps: CaptureDeps,
  subject: CaptureSubject,
  held: HeldCapture,
): Promise<Next> => {
  const { status, consentOn } = held.state
  const { hosted } = subject
  const isOpen = status === 'capture_in_progress' || status === 'checks_in_progress'
  if (!hosted || !isOpen || !consentOn) return toNext(held)
  if (held.captureMode === 'selfie-upload' && !(await hosted.isUnderWay())) return toNext(held)
  const next = await hosted.readNext()
  return next ?? (await withCapture(deps, subject, async (current) => toNext(current)))
}

/** What the browser has to do next, as far as the rows tell. */
export const toNext = ({ state, returnUrl, turn }: HeldCapture): Next => {
  if (state.status === 'checks_in_progress') return { next: 'wait' }
  if (isOpenAttempt(state.status)) return { next: turn === 'due' ? 'turn' : 'capture' }
  return { next: 'done', redirect_url: returnUrl }
}

/** Whether a link still works and, if not, why. */
export const toLink = ({ status }: CaptureState): CaptureSession['link'] => {
  if (isOpenAttempt(status)) return 'open'
  if (status === 'expired') return 'expired'
  if (status === 'terminated') return 'replaced'
  return 'used'
}

/** Whether a picture of ours may be taken on that link now. @throws AppError */
export const assertMayCapture = (held: HeldCapture): void => {
  if (held.state.status !== 'capture_in_progress') throw new AppError('ATTEMPT_CLOSED')
  // A vendor takes the picture: one of ours would be compared by nobody.
  if (held.captureMode !== 'selfie-upload') throw new AppError('ATTEMPT_CLOSED')
  if (!held.state.consentOn) throw new AppError('CONSENT_REQUIRED')
  held.assertMayTry()
}
