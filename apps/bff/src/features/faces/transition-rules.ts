import { FACE_STATUSES, type FaceStatus } from '@visavis/shared/statuses'

/** Everything that can happen to a face. */
export const FACE_TRIGGERS = [
  'capture_started',
  'capture_left',
  'capture_refused',
  'enrolled',
  'sent_to_review',
  'review_passed',
  'review_failed',
  'unusable',
  'disabled',
  'enabled',
  'expired',
] as const
export type FaceTrigger = (typeof FACE_TRIGGERS)[number]

/**
 * `NEW` waits for a person to open the link, `ACTIVATING` for the picture, `REVIEW` for the provider's people or the partner's. Only
 * `ACTIVE` faces are compared. `FAILED` ends it; a face that could serve again needs a new row. What is not here is
 * illegal.
 */
const FACE_TABLE: Record<FaceStatus, Partial<Record<FaceTrigger, FaceStatus>>> = {
  NEW: { capture_started: 'ACTIVATING', expired: 'EXPIRED' },
  ACTIVATING: {
    capture_left: 'NEW',
    capture_refused: 'FAILED',
    enrolled: 'ACTIVE',
    sent_to_review: 'REVIEW',
    unusable: 'FAILED',
    expired: 'EXPIRED',
  },
  ACTIVE: { disabled: 'DISABLED', expired: 'EXPIRED' },
  REVIEW: { review_passed: 'ACTIVE', review_failed: 'FAILED', expired: 'EXPIRED' },
  FAILED: {},
  EXPIRED: {},
  DISABLED: { enabled: 'ACTIVE', expired: 'EXPIRED' },
}

/** The face's new status, or `undefined` when the trigger is not allowed in that one. */
export const nextFace = (status: FaceStatus, trigger: FaceTrigger): FaceStatus | undefined =>
  FACE_TABLE[status][trigger]

/**
 * The status as of `now`. Expiry is never stored: moving `expiresOn` on brings back the status the face had, and no
 * clock has to tick for a face to stop being compared.
 */
export const faceStatusAt = (face: { status: FaceStatus; expiresOn: Date | null }, now: Date): FaceStatus => {
  if (!face.expiresOn || now < face.expiresOn) return face.status
  return nextFace(face.status, 'expired') ?? face.status
}

/** The statuses that end by time. */
export const LAPSING_STATUSES = FACE_STATUSES.filter((status) => nextFace(status, 'expired') !== undefined)
