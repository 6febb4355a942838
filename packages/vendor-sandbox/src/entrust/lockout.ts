import type { User } from './model.ts'

/** `Lockout Count` and `Lockout Lifetime`: settings of the tenant, these are the sandbox's. */
const LOCKOUT_COUNT = 5
const LOCKOUT_LIFETIME_MS = 600_000

/** After so many failures in a row an authenticator is locked for a while. */
export const lockOf = ({ failures }: User, now: Date) => {
  const last = failures.length < LOCKOUT_COUNT ? undefined : failures.at(-1)
  const endsOn = last && new Date(last.getTime() + LOCKOUT_LIFETIME_MS)
  if (!endsOn) return { isLocked: false, triesLeft: LOCKOUT_COUNT - failures.length }
  if (endsOn <= now) return { isLocked: false, triesLeft: LOCKOUT_COUNT }
  return { isLocked: true, lockedOn: last, endsOn, triesLeft: 0 }
}

/** Counts one, or forgets those before a success or a lock that is over. */
export const noteTry = (user: User, isSuccess: boolean, now: Date): void => {
  if (isSuccess) user.failures = []
  else user.failures = user.failures.length < LOCKOUT_COUNT ? [...user.failures, now] : [now]
}
