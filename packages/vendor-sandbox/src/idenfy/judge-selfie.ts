import type { Idenfy, Session } from './model.ts'

/** Lowest level that counts as the same person. The vendor publishes no threshold. */
const MATCH_LEVEL = 3

/** The engine's words for a picture that cannot be compared, in those of the vendor. */
const REASONS: Readonly<Record<string, string>> = {
  no_face: 'FACE_NOT_FOUND',
  several_faces: 'TOO_MANY_FACES',
  face_too_small: 'FACE_TOO_SMALL',
  face_turned: 'FACE_ANGLE_TOO_LARGE',
}

interface Judged {
  status: string
  failReason?: string
  isText: boolean
}

export const judgeSelfie = async (
  { kit }: Idenfy,
  { token, verification }: Session,
  selfie: Uint8Array,
): Promise<Judged> => {
  const script = kit.verdicts.take(token, verification.scanRef) ?? {}
  const isText = script.message_as_text ?? false
  if (script.status !== undefined) {
    const failReason = script.fail_reason
    return { status: script.status, isText, ...(failReason === undefined ? {} : { failReason }) }
  }
  const comparison = await kit.faces.compare(verification.face, selfie)
  if (comparison.kind === 'unusable') {
    return { status: 'FAILED', failReason: REASONS[comparison.reason] ?? 'PROBABILITY_TOO_SMALL', isText }
  }
  if (comparison.matchLevel >= MATCH_LEVEL) return { status: 'SUCCESS', isText }
  return { status: 'FAILED', failReason: 'FACE_MISMATCH', isText }
}
