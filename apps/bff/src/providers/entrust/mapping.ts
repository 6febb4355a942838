import type { FaceStatus } from '@visavis/shared/statuses'
import type { CaptureResult } from '../hosted-capture.ts'
import type { VendorFace } from '../vendor-faces.ts'
import { toReference } from './reference.ts'
import type { WireFace, WirePolled } from './wire.ts'

/** The link was left. */
const LEFT = 61121

/**
 * A poll as a result. Both have to say yes: the status, and that the authentication is completed, which is all the
 * official SDK believes. `CONCERN` is a no whose meaning for faces is not published, and never comes with a reason.
 */
export const fromPolled = ({ status, authenticationCompleted }: WirePolled): CaptureResult => {
  switch (status) {
    case 'NO_RESPONSE':
      return authenticationCompleted ? { kind: 'unknown' } : { kind: 'pending' }
    case 'CONFIRM':
      return authenticationCompleted ? { kind: 'approved', codes: [10000] } : { kind: 'unknown' }
    case 'CONCERN':
      return { kind: 'declined', codes: [] }
    case 'CANCEL':
      return { kind: 'cancelled', codes: [LEFT] }
    default:
      return { kind: 'unknown' }
  }
}

/** Why the script let go. Its own words for it are not the vendor page's, so only which of the two it was counts. */
export const fromScript = (event: 'error' | 'exit'): CaptureResult =>
  event === 'exit' ? { kind: 'cancelled', codes: [LEFT] } : { kind: 'inconclusive', codes: [61901] }

const FACE_STATUSES: Readonly<Record<string, FaceStatus>> = {
  NEW: 'NEW',
  ACTIVATING: 'ACTIVATING',
  ACTIVE: 'ACTIVE',
  REVIEW: 'REVIEW',
  FAILED: 'FAILED',
  EXPIRED: 'EXPIRED',
  DISABLED: 'DISABLED',
} satisfies Record<FaceStatus, FaceStatus>

export const fromFace = (owner: string, face: WireFace): VendorFace => {
  const { id, status = '', expiry, activationUrl: url, activationQRCode: qrCode } = face
  const activation = { ...(url ? { url } : {}), ...(qrCode ? { qrCode } : {}) }
  return {
    reference: toReference(owner, id),
    status: (Object.hasOwn(FACE_STATUSES, status) && FACE_STATUSES[status]) || 'unknown',
    expiresOn: expiry ?? null,
    ...(url || qrCode ? { activation } : {}),
  }
}
