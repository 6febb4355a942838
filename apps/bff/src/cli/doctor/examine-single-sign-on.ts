import { AppError } from '@visavis/shared/errors'
import { createOpenidIssuer, type IssuerOptions } from '../../features/console/index.ts'
import { about, type Finding, toReason } from './finding.ts'

/** Whether the sign-in provider of the console says of itself what it is asked for; nobody signs in. */
export const examineSingleSignOn = async (options: IssuerOptions): Promise<Finding> => {
  const provider = about('single sign-on')
  try {
    await createOpenidIssuer(options).discover()
    return provider.ok(`${options.issuer} is a sign-in provider`)
  } catch (failure) {
    const reason = toReason(failure instanceof AppError ? failure.cause : failure)
    return provider.wrong(
      `${options.issuer} does not answer as a sign-in provider (${reason}): correct CONSOLE_OIDC_ISSUER, ` +
        'or what is in between. Until then people sign in with passkeys alone',
    )
  }
}
