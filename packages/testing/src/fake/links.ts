import { randomBase32 } from '@visavis/shared/ids'
import { isRedirectAllowed } from '@visavis/shared/redirect-rules'
import { hasReturnParameter } from '@visavis/shared/return-address'
import type { FakeAttempt, FakeDeps, FakeEnrollment, FakeStore, UserJourney } from './fake-store.ts'
import { refuse } from './request.ts'

export const newToken = (): string => randomBase32(43)

export const toVerificationUrl = (url: string, id: string, token: string) => ({
  href: `${url}/verify/${id}#${token}`,
})

export const findLink = (store: FakeStore, token: string): FakeAttempt | FakeEnrollment | undefined =>
  [...store.attempts.values(), ...store.enrollments.values()].find((link) => link.token === token)

/** @throws AppError REQUEST_INVALID, as Visavis has it: an empty list allows nothing */
export const checkRedirect = (
  { openJourneyId }: FakeDeps,
  journey: UserJourney | undefined,
  url: string,
): void => {
  if (hasReturnParameter(url)) refuse('redirect_url__reserved_parameter')
  if (journey?.id === openJourneyId || isRedirectAllowed(url, journey?.allowed_redirect_urls ?? [])) return
  refuse('redirect_url__not_allowed')
}
