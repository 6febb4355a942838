import type { ResponseCode } from '@visavis/shared/response-codes'
import type { CaptureResult } from '../hosted-capture.ts'
import type { WireCheck, WireSession } from './wire.ts'

const LIVENESS = 'LIVENESS'
const FACE_COMPARISON = 'FACE_COMPARISON'
/** The picture was not taken by the vendor's own code, or was changed on the way. */
const TAMPERED = 'payload_signature_verification'

/**
 * A session as a result. Approved is what the guide calls a pass and nothing else: a liveness check that approves and
 * the face comparison that approves. That the session is `COMPLETED` says only that it is over.
 */
export const fromSession = ({ state, checks }: WireSession): CaptureResult => {
  const liveness = checks.filter(({ type }) => type === LIVENESS)
  const comparisons = checks.filter(({ type }) => type === FACE_COMPARISON)
  switch (state) {
    case 'ONGOING':
      return { kind: liveness.some(isApproved) ? 'checking' : 'pending' }
    case 'COMPLETED':
      return decide(liveness, comparisons)
    case 'EXPIRED':
      // Whether partial checks are kept is not published. Without a comparison nothing was delivered that counts.
      return comparisons.some(isDone) ? decide(liveness, comparisons) : { kind: 'expired' }
    default:
      return { kind: 'unknown' }
  }
}

/** The face that an approved liveness check was made of; `undefined`: there is none, or it cannot be told. */
export const findApprovedPicture = ({ checks, resources }: WireSession): string | undefined => {
  const used = checks.filter((check) => check.type === LIVENESS && isApproved(check))
  const capture = resources.liveness_capture.find(({ id }) =>
    used.some(({ resources_used }) => resources_used.includes(id)),
  )
  return capture && firstPictureOf(capture)
}

/** Its one picture, or the first frame that has any. */
export const firstPictureOf = ({
  image,
  frames,
}: WireSession['resources']['liveness_capture'][number]): string | undefined =>
  [image?.media?.id, ...frames.map(({ media }) => media?.id)].find((id) => id !== undefined)

const decide = (liveness: readonly WireCheck[], comparisons: readonly WireCheck[]): CaptureResult => {
  if (!liveness.some(isApproved)) return fromLiveness(liveness)
  if (comparisons.some((check) => recommendationOf(check) === 'REJECT'))
    return { kind: 'declined', codes: [62321] }
  if (comparisons.some(isUnknown)) return { kind: 'unknown' }
  if (comparisons.some((check) => !isOver(check))) return { kind: 'checking' }
  const isPass = comparisons.length > 0 && comparisons.every(isApproved)
  return isPass ? { kind: 'approved', codes: [10000] } : { kind: 'inconclusive', codes: [61901] }
}

/** None of the tries was approved. */
const fromLiveness = (checks: readonly WireCheck[]): CaptureResult => {
  if (checks.some(isUnknown)) return { kind: 'unknown' }
  if (checks.some((check) => !isOver(check))) return { kind: 'checking' }
  const rejected = checks.filter((check) => recommendationOf(check) === 'REJECT')
  if (rejected.length === 0) return { kind: 'inconclusive', codes: [61901] }
  const isTampered = rejected.some(({ report }) =>
    report?.breakdown.some(({ sub_check, result }) => sub_check === TAMPERED && result === 'FAIL'),
  )
  return { kind: 'declined', codes: isTampered ? [62307, 62305] : [62305] }
}

const isDone = ({ state }: WireCheck): boolean => state === 'DONE'
const isOver = (check: WireCheck): boolean => isDone(check) || check.state === 'INTERNAL_ERROR'
/** Only a check that is done has said anything. */
const recommendationOf = (check: WireCheck): string | undefined =>
  isDone(check) ? check.report?.recommendation.value : undefined
const isApproved = (check: WireCheck): boolean => recommendationOf(check) === 'APPROVE'

const CHECK_STATES = ['CREATED', 'READY', 'PENDING', 'DONE', 'INTERNAL_ERROR']
/** `CONSIDER`, which a specification lists as doubtful, is among the unknown. */
const VALUES = ['APPROVE', 'REJECT', 'NOT_AVAILABLE']
const isUnknown = (check: WireCheck): boolean =>
  !CHECK_STATES.includes(check.state) || (isDone(check) && !VALUES.includes(recommendationOf(check) ?? ''))

/**
 * Codes of the web client ("Launch the user view"). With those that pass, the service or the network being down, the
 * page is loaded again. `NO_TRIES_LEFT` is not among them.
 */
const MEANINGS: Readonly<Record<number, ResponseCode | 'expired' | 'passes'>> = {
  2000: 'expired',
  2001: 'expired',
  2002: 'expired',
  2003: 'expired',
  2004: 'expired',
  3000: 'passes',
  3002: 'passes',
  4000: 61113,
  5000: 61203,
  5001: 61202,
  5007: 61202,
  5008: 61202,
  5010: 61203,
  5011: 61203,
}

/** No local tries left. Which state the session then has is not published: the tries count as all there will be. */
const NO_TRIES_LEFT = 5002

/** What the page's error means while the session itself is still open. */
export const fromPageError = (eventCode: number | undefined, session: WireSession): CaptureResult => {
  if (eventCode === NO_TRIES_LEFT) return fromLiveness(session.checks.filter(({ type }) => type === LIVENESS))
  // One that is not known ends the capture too: loaded again, the page would only post it again.
  const meaning = MEANINGS[eventCode ?? 0] ?? 61901
  if (meaning === 'passes') return { kind: 'pending' }
  if (meaning === 'expired') return { kind: 'expired' }
  return { kind: /^61[12]/.test(String(meaning)) ? 'cancelled' : 'inconclusive', codes: [meaning] }
}
