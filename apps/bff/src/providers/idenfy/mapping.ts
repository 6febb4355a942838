import type { ResponseCode } from '@visavis/shared/response-codes'
import type { CaptureResult } from '../hosted-capture.ts'
import type { Hint, IdenfyState } from './wire.ts'

/** The reason comes with the webhook alone, which may be on its way. */
const REASON_WAIT_MS = 30_000

/** Reasons that speak against the person (*Face Auth iFrame*, `failReason`). */
const DECLINES: Readonly<Record<string, ResponseCode>> = {
  FACE_MISMATCH: 62321,
  FAKE_FACE: 62305,
  DUPLICATE_IMAGE: 62305,
  FAKE_CAPTURE: 62307,
  VIRTUAL_CAMERA: 62402,
}

/** Reasons that speak against the picture: another one may do. */
const UNUSABLE: Readonly<Record<string, ResponseCode>> = {
  FACE_NOT_FOUND: 61410,
  TOO_MANY_FACES: 61410,
  FACE_ANGLE_TOO_LARGE: 61410,
  FACE_TOO_SMALL: 61410,
  FACE_CLOSE_TO_BORDER: 61410,
  FACE_TOO_CLOSE: 61410,
  FAILED_TO_PREDICT_LANDMARKS: 61410,
  PROBABILITY_TOO_SMALL: 61410,
  FACE_CROPPED: 61411,
  FACE_IS_OCCLUDED: 61411,
  EYES_CLOSED: 61411,
}

interface FromSessionInput {
  approved: boolean | null
  hint: Hint | undefined
  state: IdenfyState
  now: Date
  /** Whether a webhook may still bring the reason. */
  hasWebhook: boolean
}

/**
 * The session decides; the webhook's word only explains. So `SUCCESS` of a webhook and `APPROVED` of the page approve
 * nothing, and a session that neither approves nor declines goes on until its time is over.
 */
export const fromSession = ({ approved, hint, state, now, hasWebhook }: FromSessionInput): CaptureResult => {
  if (approved === true) return { kind: 'approved', codes: [10000] }
  if (approved === false) return fromFailure({ hint, state, now, hasWebhook })
  switch (hint?.status ?? null) {
    case null:
      return new Date(state.endsOn) <= now ? { kind: 'expired' } : { kind: 'pending' }
    case 'SUCCESS':
    case 'FAILED':
      return { kind: 'checking' }
    case 'EXPIRED':
      return { kind: 'expired' }
    case 'CANCELED':
      return { kind: 'cancelled', codes: [61121] }
    default:
      return { kind: 'unknown' }
  }
}

const fromFailure = ({ hint, state, now, hasWebhook }: Omit<FromSessionInput, 'approved'>): CaptureResult => {
  const reason = hint?.failReason
  if (reason === undefined || reason === null) {
    const failedOn = state.failedOn ? new Date(state.failedOn) : now
    const isWaiting = hasWebhook && !hint && now.getTime() - failedOn.getTime() < REASON_WAIT_MS
    return isWaiting
      ? { kind: 'checking', state: { ...state, failedOn: failedOn.toISOString() } }
      : { kind: 'declined', codes: [] }
  }
  const unusable = UNUSABLE[reason]
  if (unusable) return { kind: 'inconclusive', codes: [unusable] }
  const decline = DECLINES[reason]
  // An open set: what is not known is a failure without a code.
  return { kind: 'declined', codes: decline ? [decline] : [] }
}
