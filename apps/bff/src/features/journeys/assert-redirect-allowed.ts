import { AppError } from '@visavis/shared/errors'
import { isRedirectAllowed } from '@visavis/shared/redirect-rules'
import type { UserJourney } from './user-journeys-repo.ts'

/** @throws AppError REQUEST_INVALID when the address is not on the journey's list */
export const assertRedirectAllowed = (
  journey: Pick<UserJourney, 'allowedRedirectUrls'> | undefined,
  redirectUrl: string,
): void => {
  if (isRedirectAllowed(redirectUrl, journey?.allowedRedirectUrls ?? [])) return
  throw new AppError('REQUEST_INVALID', { errorCodes: ['redirect_url__not_allowed'] })
}
