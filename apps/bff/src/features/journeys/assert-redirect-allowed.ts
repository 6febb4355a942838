import { AppError } from '@visavis/shared/errors'
import { isRedirectAllowed } from '@visavis/shared/redirect-rules'
import { hasReturnParameter } from '@visavis/shared/return-address'
import type { UserJourney } from './user-journeys-repo.ts'

/** @throws AppError REQUEST_INVALID when the address is not on the journey's list, or has a parameter that we add */
export const assertRedirectAllowed = (
  journey: Pick<UserJourney, 'allowedRedirectUrls'> | undefined,
  redirectUrl: string,
): void => {
  if (hasReturnParameter(redirectUrl)) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['redirect_url__reserved_parameter'] })
  }
  if (isRedirectAllowed(redirectUrl, journey?.allowedRedirectUrls ?? [])) return
  throw new AppError('REQUEST_INVALID', { errorCodes: ['redirect_url__not_allowed'] })
}
