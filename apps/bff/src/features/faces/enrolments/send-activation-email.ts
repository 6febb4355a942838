import { AppError } from '@visavis/shared/errors'
import type { Applicant } from '../../applicants/index.ts'
import type { FacesDeps } from '../deps.ts'
import { toActivationEmail } from './activation-email.ts'
import type { FaceEnrollment } from './face-enrollments-repo.ts'

/** Asked before anything is written. @throws AppError MAIL_NOT_CONFIGURED, REQUEST_INVALID */
export const assertMailable = ({ mailer }: FacesDeps, applicant: Applicant): void => {
  if (!mailer) throw new AppError('MAIL_NOT_CONFIGURED')
  if (!applicant.email) throw new AppError('REQUEST_INVALID', { errorCodes: ['applicant__email__required'] })
}

/** @throws AppError MAIL_UNAVAILABLE and all of `assertMailable` */
export const sendActivationEmail = async (
  deps: FacesDeps,
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
