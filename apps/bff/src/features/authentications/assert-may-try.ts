import { AppError } from '@visavis/shared/errors'
import { findHindrance, type Lockout } from './lockout-rules.ts'

/** @throws AppError APPLICANT_LOCKED, APPLICANT_DELAYED, with the time to wait */
export const assertMayTry = (lockout: Pick<Lockout, 'waitUntil' | 'lockedUntil'>, now: Date): void => {
  const hindrance = findHindrance(lockout, now)
  if (!hindrance) return
  const retryAfterS = Math.ceil((hindrance.until.getTime() - now.getTime()) / 1000)
  throw new AppError(hindrance.kind === 'locked' ? 'APPLICANT_LOCKED' : 'APPLICANT_DELAYED', { retryAfterS })
}
