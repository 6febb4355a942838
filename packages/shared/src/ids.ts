/** RFC 4648 §6 base32 alphabet in lower case; 32 divides 256, so `byte & 31` is unbiased. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const ID_LENGTH = 26

export const ID_PREFIXES = {
  tenant: 'tnt_',
  testTenant: 'tnt_test_',
  apiKey: 'key_',
  oauthClient: 'oac_',
  userJourney: 'usj_',
  applicant: 'aplt_',
  face: 'face_',
  indexedFace: 'fidx_',
  faceAuthentication: 'fav_',
  attempt: 'fatp_',
  asset: 'asst_',
  event: 'evt_',
  faceEnrollment: 'fenr_',
  erasureReceipt: 'ersr_',
  webhookEndpoint: 'whe_',
  webhookDelivery: 'whd_',
  handoff: 'hnd_',
  challenge: 'chl_',
  auditEvent: 'aud_',
  consoleUser: 'cusr_',
  consoleInvite: 'cinv_',
  pictureRequest: 'preq_',
} as const

export type IdKind = keyof typeof ID_PREFIXES

/** `length` characters of `[a-z2-7]`, 5 random bits each. */
export const randomBase32 = (length: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  let text = ''
  for (const byte of bytes) text += ALPHABET.charAt(byte & 31)
  return text
}

export const newId = (kind: IdKind): string => ID_PREFIXES[kind] + randomBase32(ID_LENGTH)

/** Whether `value` has the shape of an id of ours. Vendor ids do not: never use it on those. */
export const isId = (kind: IdKind, value: string): boolean => {
  const prefix = ID_PREFIXES[kind]
  return value.startsWith(prefix) && /^[a-z2-7]{26}$/.test(value.slice(prefix.length))
}

const ANY_CASE_ID = new RegExp(`^(?:${Object.values(ID_PREFIXES).join('|')})[a-z2-7]{26}$`, 'i')

/** An id as it was given out: some clients and databases keep theirs in upper case. Anything else stays. */
export const toPlainId = (value: string): string => (ANY_CASE_ID.test(value) ? value.toLowerCase() : value)
