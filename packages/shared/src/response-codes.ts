/**
 * Codes that explain a status. First two digits: 10 approved, 61 retry, 62 declined, 63 refused, 64 closed.
 * Values and summaries are those of the Checkout.com identities codes page; 629xx are ours.
 */
export const RESPONSE_CODES = {
  10000: 'approved',
  61101: 'applicant_never_started',
  61111: 'applicant_not_ready',
  61113: 'camera_access_refused',
  61121: 'applicant_drop',
  61201: 'connection_insufficient',
  61202: 'browser_not_supported',
  61203: 'camera_not_found',
  61401: 'face_video_blurry',
  61402: 'face_video_lighting_issue',
  61410: 'face_not_captured',
  61411: 'face_partially_hidden',
  61412: 'face_not_turned',
  61901: 'internal_error',
  61911: 'corrupted_videos',
  62305: 'face_not_live',
  62306: 'face_alteration',
  62307: 'asset_digital_alteration',
  62321: 'face_face_mismatch',
  62402: 'suspicious_device',
  62403: 'consent_unclear',
  62405: 'known_fraudulent_face',
  62901: 'applicant_locked',
  62902: 'replayed',
  63001: 'applicant_refusal',
  64001: 'forcibly_closed',
} as const

export type ResponseCode = keyof typeof RESPONSE_CODES
export type ResponseCodeEntry = { code: ResponseCode; summary: (typeof RESPONSE_CODES)[ResponseCode] }

export const toResponseCodes = (codes: readonly ResponseCode[]): ResponseCodeEntry[] =>
  codes.map((code) => ({ code, summary: RESPONSE_CODES[code] }))
