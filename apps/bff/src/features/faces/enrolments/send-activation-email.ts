import { AppError } from '@visavis/shared/errors'
import type { ServiceDeps } from '../../../service-deps.ts'
import type { Applicant, FaceEnrollment } from '../../../storage/types.ts'
import { toActivationEmail } from './activation-email.ts'

/** Asked before anything is written. @throws AppError MAIL_NOT_CONFIGURED, REQUEST_INVALID */
export const assertMailable = ({ mailer }: ServiceDeps, applicant: Applicant): void => {
  if (!mailer) throw new AppError('MAIL_NOT_CONFIGURED')
  if (!applicant.email) throw new AppError('REQUEST_INVALID', { errorCodes: ['applicant__email__required'] })
}

/** @throws AppError MAIL_UNAVAILABLE and all of `assertMailable` */
export const sendActivationEmail = async (
  deps: ServiceDeps,
  applicant: Applicant,
  enrollment: FaceEnrollment,
  verificationUrl: string,
): Promise<void> => {
  assertMailable(deps, applicant)
  const { mailer, database } = deps
  if (!mailer || !applicant.email) return
  const tenant = await database.tenants.get(applicant.tenantId)
  const message = toActivationEmail({
    to: applicant.email,
    partnerName: tenant?.name ?? '',
    applicantName: applicant.externalApplicantName,
    verificationUrl,
    expiresOn: enrollment.expiresOn,
    locale: enrollment.locale,
  })
  await mailer.send(message).catch((cause) => {
    throw new AppError('MAIL_UNAVAILABLE', { cause })
  })
}
