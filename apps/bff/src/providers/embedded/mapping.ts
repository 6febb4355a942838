import type { EnrolResult, FaceRefusal, VerifyResult } from '@visavis/face-engine'
import type { RetryReason } from '@visavis/shared/capture-api'
import type { ResponseCode } from '@visavis/shared/response-codes'
import type { EnrolOutcome, VerifyOutcome } from '../types.ts'

/** What an attempt closes with when every picture was unusable for that reason. */
const RETRY_CODES: Record<FaceRefusal, ResponseCode> = {
  no_face: 61410,
  several_faces: 61410,
  face_too_small: 61410,
  face_turned: 61410,
  face_blurry: 61401,
}

export const fromEnrolResult = (result: EnrolResult): EnrolOutcome => {
  if (result.outcome !== 'enrolled') return { kind: 'unusable', reason: result.reason }
  const { modelId, values } = result.template
  const data = new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice()
  return { kind: 'enrolled', template: { modelId, data } }
}

export const fromVerifyResult = (result: VerifyResult, minimumMatchLevel: number): VerifyOutcome => {
  switch (result.outcome) {
    case 'compared':
      return result.matchLevel >= minimumMatchLevel
        ? { kind: 'approved', codes: [10000] }
        : { kind: 'declined', codes: [62321] }
    case 'no_comparable_template':
      return { kind: 'no-reference' }
    case 'face_refused':
      return retry(result.reason, RETRY_CODES[result.reason])
    case 'image_refused':
      return retry('image_unreadable', 61911)
  }
}

const retry = (reason: RetryReason, code: ResponseCode): VerifyOutcome => ({
  kind: 'retry',
  reasons: [reason],
  codes: [code],
})
