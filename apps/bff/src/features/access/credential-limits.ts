import type { CredentialLimitsInput } from '@visavis/shared/access-api'
import { AppError } from '@visavis/shared/errors'
import { isInNetworks } from '../../http/is-in-networks.ts'
import { given, toTime } from '../../http/view-parts.ts'
import type { PrivacyOf } from '../../storage/privacy.ts'

/** Until when, and from where, an API key or an OAuth client may be used. */
export interface CredentialLimits {
  /** `null`: it does not run out. */
  expiresOn: Date | null
  /** Addresses and networks in CIDR notation (RFC 4632 §3.1) it may be used from; none: everywhere. */
  allowedNetworks: readonly string[]
}

export const CREDENTIAL_LIMITS_PRIVACY = {
  expiresOn: 'kept',
  allowedNetworks: 'kept',
} satisfies PrivacyOf<CredentialLimits>

/** @throws AppError REQUEST_INVALID for a time that is over */
export const toCredentialLimits = (
  { expires_on: expiresOn, allowed_networks: allowedNetworks = [] }: CredentialLimitsInput,
  createdOn: Date,
): CredentialLimits => {
  if (expiresOn && expiresOn <= createdOn) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['expires_on__in_the_past'] })
  }
  return { expiresOn: expiresOn ?? null, allowedNetworks }
}

export const isRunOut = ({ expiresOn }: Pick<CredentialLimits, 'expiresOn'>, now: Date): boolean =>
  expiresOn !== null && expiresOn <= now

/** @param address of whoever uses it @throws AppError NETWORK_NOT_ALLOWED */
export const assertNetworkAllowed = (
  { allowedNetworks }: Pick<CredentialLimits, 'allowedNetworks'>,
  address: string | undefined,
): void => {
  if (allowedNetworks.length > 0 && !isInNetworks(address, allowedNetworks)) {
    throw new AppError('NETWORK_NOT_ALLOWED')
  }
}

export const toCredentialLimitsView = ({ expiresOn, allowedNetworks }: CredentialLimits) => ({
  ...given('expires_on', expiresOn && toTime(expiresOn)),
  ...(allowedNetworks.length > 0 ? { allowed_networks: allowedNetworks } : {}),
})
