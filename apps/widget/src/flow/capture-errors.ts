import { CaptureApiError } from '../api/capture-api-error.ts'

/** What went wrong, as the person is told; each has copy. */
export type Problem = 'offline' | 'unavailable' | 'no_reference' | 'delayed' | 'locked' | 'unexpected'

const PROBLEM_OF: Readonly<Record<string, Problem>> = {
  NETWORK: 'offline',
  PROVIDER_UNAVAILABLE: 'unavailable',
  REFERENCE_MISSING: 'no_reference',
  APPLICANT_DELAYED: 'delayed',
  APPLICANT_LOCKED: 'locked',
}

const codeOf = (error: unknown): string => (error instanceof CaptureApiError ? error.code : '')

const is =
  (...codes: string[]) =>
  (error: unknown): boolean =>
    codes.includes(codeOf(error))

export const toProblem = (error: unknown): Problem => PROBLEM_OF[codeOf(error)] ?? 'unexpected'

/** Where an error leads when it is more than a problem to report. */
export const isInvalidLink = is('CAPTURE_TOKEN_INVALID')
/** Another browser has the link. */
export const isLinkInUse = is('LINK_IN_USE')
/** The attempt ended meanwhile, on another device or by its time: the session says how. */
export const isClosed = is('ATTEMPT_CLOSED')
export const isConsentMissing = is('CONSENT_REQUIRED')
/** A newer picture is being checked: wait for its outcome. */
export const isReplaced = is('UPLOAD_REPLACED')
export const isRefusedPicture = is('IMAGE_TOO_LARGE', 'IMAGE_TYPE_UNSUPPORTED')
/** The picture came without the turn of the head that belongs to it, or long after. */
export const isChallengeMissing = is('CHALLENGE_REQUIRED')
/** Worth asking again without bothering the person. */
export const isRetryable = (error: unknown): boolean => error instanceof CaptureApiError && error.retryable
