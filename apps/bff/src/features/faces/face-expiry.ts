import { AppError } from '@visavis/shared/errors'

const DAY_MS = 86_400_000

/**
 * When a new face expires: as asked for, else after the operator's default.
 * @param asked `null`: never
 * @throws AppError REQUEST_INVALID for a time that is over
 */
export const toFaceExpiry = (
  asked: Date | null | undefined,
  now: Date,
  defaultDays: number | null,
): Date | null => {
  if (asked === undefined) return defaultDays === null ? null : new Date(now.getTime() + defaultDays * DAY_MS)
  return assertAhead(asked, now)
}

/** @throws AppError REQUEST_INVALID */
export const assertAhead = (expiresOn: Date | null, now: Date): Date | null => {
  if (expiresOn && expiresOn <= now) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['expires_on__in_the_past'] })
  }
  return expiresOn
}
