import type { CaptureResult } from '../hosted-capture.ts'
import type { WireResult } from './wire.ts'

/** A proven result. The vendor's own yes is not enough: the journey's level counts. */
export const fromFace = (
  { match, matchLevel }: WireResult['data']['face'],
  minimumMatchLevel: number,
): CaptureResult =>
  match && matchLevel !== undefined && matchLevel >= minimumMatchLevel && matchLevel <= 5
    ? { kind: 'approved', codes: [10000] }
    : { kind: 'declined', codes: [62321] }

/** uqudo docs, "Operation Error". Anyone may have written it, so none of them says anything about the face. */
export const fromErrorCode = (code: string): CaptureResult => {
  switch (code) {
    case 'USER_CANCEL':
      return { kind: 'cancelled', codes: [61121] }
    case 'MEDIA_NOT_ALLOWED_ERROR':
    case 'MEDIA_SECURITY_ERROR':
      return { kind: 'cancelled', codes: [61113] }
    case 'MEDIA_NOT_FOUND_ERROR':
    case 'MEDIA_UNKNOWN_ERROR':
    case 'MEDIA_VIRTUAL_CAMERA_DETECTED':
      return { kind: 'cancelled', codes: [61203] }
    case 'WASM_NOT_SUPPORTED':
      return { kind: 'cancelled', codes: [61202] }
    case 'SESSION_EXPIRED_OR_NOT_FOUND':
      return { kind: 'expired' }
    // The older name is that of SDK 3.2.
    case 'SESSION_INVALIDATED_FACE_RECOGNITION_TOO_MANY_ATTEMPTS':
    case 'SESSION_INVALIDATED_TOO_MANY_ATTEMPTS':
      return { kind: 'inconclusive', codes: [61410] }
    case 'UNAUTHORIZED':
    case 'FORBIDDEN':
    case 'INVALID_CONFIG':
    case 'UNEXPECTED_ERROR':
      return { kind: 'inconclusive', codes: [61901] }
    default:
      return { kind: 'unknown' }
  }
}
