import type { LockoutPolicy } from '@visavis/shared/user-journeys'

/** What an applicant's declined face authentications have led to, of whichever journey. */
export interface Lockout {
  /** Since the last approval, oldest first. */
  declinedOn: readonly Date[]
  /** Until then no try is taken. */
  waitUntil: Date | null
  /** Same, and longer: until then whoever looks into the camera is not approved. */
  lockedUntil: Date | null
}

export const NO_LOCKOUT: Lockout = { declinedOn: [], waitUntil: null, lockedUntil: null }

/** From so many declines on, a face authentication says so. */
const REPEATED = 2

/** Before a lock each decline but the first has to be waited out, from half a minute to an hour (NIST SP 800-63B-4 §3.2.2). */
const FIRST_WAIT_S = 30
const WAIT_GROWTH = 4
const MAX_WAIT_S = 3600

export type Hindrance = { kind: 'locked' | 'delayed'; until: Date }

/** What keeps the applicant from trying now. */
export const findHindrance = (
  { waitUntil, lockedUntil }: Pick<Lockout, 'waitUntil' | 'lockedUntil'>,
  now: Date,
): Hindrance | undefined => {
  if (lockedUntil && now < lockedUntil) return { kind: 'locked', until: lockedUntil }
  if (waitUntil && now < waitUntil) return { kind: 'delayed', until: waitUntil }
  return undefined
}

export const isLocked = (lockout: Lockout, now: Date): boolean =>
  findHindrance(lockout, now)?.kind === 'locked'

const countSince = (declinedOn: readonly Date[], windowS: number, now: Date): number =>
  declinedOn.filter((declined) => declined.getTime() > now.getTime() - windowS * 1000).length

/** Whether a face authentication decided now should say that it was not the first try. */
export const isRepeated = (
  { declinedOn }: Pick<Lockout, 'declinedOn'>,
  policy: LockoutPolicy,
  now: Date,
): boolean => countSince(declinedOn, policy.window, now) >= REPEATED

/**
 * What a decline leads to. A lock that has run out forgets nothing: while the declines before it are still within the
 * window, the next one locks again. @param declinedOn this decline among them
 */
export const afterDecline = (
  declinedOn: readonly Date[],
  policy: LockoutPolicy,
  now: Date,
): { declines: number; waitUntil: Date | null; lockedUntil: Date | null } => {
  const declines = countSince(declinedOn, policy.window, now)
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  if (declines >= policy.declines) return { declines, waitUntil: null, lockedUntil: after(policy.for) }
  const waitS = declines < REPEATED ? 0 : FIRST_WAIT_S * WAIT_GROWTH ** (declines - REPEATED)
  return { declines, waitUntil: waitS > 0 ? after(Math.min(waitS, MAX_WAIT_S)) : null, lockedUntil: null }
}
