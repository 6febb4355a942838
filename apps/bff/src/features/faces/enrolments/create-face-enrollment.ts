import { AppError } from '@visavis/shared/errors'
import type { CreateFaceEnrollment } from '@visavis/shared/faces-api'
import { newId } from '@visavis/shared/ids'
import { assertRedirectAllowed } from '../../journeys/index.ts'
import { admitFace } from '../admit-face.ts'
import type { FacesDeps } from '../deps.ts'
import { toFaceExpiry } from '../face-expiry.ts'
import type { Face } from '../faces-repo.ts'
import { findEnrolJourney } from './find-enrol-journey.ts'
import { newEnrollment, type OpenedEnrollment } from './open-enrollment.ts'
import { assertMailable, sendActivationEmail } from './send-activation-email.ts'

interface CreateFaceEnrollmentInput extends CreateFaceEnrollment {
  tenantId: string
  applicantId: string
}

/**
 * A face without its picture (`NEW`) and the link by which the applicant gives it one.
 * @throws AppError NOT_FOUND, APPLICANT_ANONYMIZED, FACE_LIMIT_REACHED, REQUEST_INVALID, MAIL_NOT_CONFIGURED,
 *   MAIL_UNAVAILABLE (nothing is left behind then)
 */
export const createFaceEnrollment = async (
  deps: FacesDeps,
  input: CreateFaceEnrollmentInput,
): Promise<OpenedEnrollment> => {
  const { database, now, publicUrl } = deps
  const { tenantId, applicantId } = input
  const applicant = await database.applicants.get(tenantId, applicantId)
  if (!applicant) throw new AppError('NOT_FOUND')
  if (applicant.anonymizedOn) throw new AppError('APPLICANT_ANONYMIZED')
  if (input.send_activation_email) assertMailable(deps, applicant)
  const journey = await findEnrolJourney(deps, tenantId, input.user_journey_id)
  assertRedirectAllowed(journey, input.redirect_url)

  const createdOn = now()
  const face: Face = {
    id: newId('face'),
    tenantId,
    applicantId,
    status: 'NEW',
    provider: journey.provider,
    source: 'enrollment',
    sourceAttemptId: null,
    vendorReference: null,
    expiresOn: toFaceExpiry(undefined, createdOn, deps.faceLifetimeDays),
    createdOn,
    modifiedOn: createdOn,
  }
  const { enrollment, verificationUrl } = newEnrollment({
    face,
    userJourneyId: journey.id,
    redirectUrl: input.redirect_url,
    locale: input.locale ?? journey.locale,
    lifetime: input.lifetime,
    now: createdOn,
    publicUrl,
  })
  await database.transaction(async (repositories) => {
    await admitFace(repositories, face)
    await repositories.faceEnrollments.insert(enrollment)
  })
  if (input.send_activation_email) {
    await sendActivationEmail(deps, applicant, enrollment, verificationUrl).catch(async (failure) => {
      await database.faces.erase(tenantId, { ids: [face.id] })
      throw failure
    })
  }
  return { face, enrollment, verificationUrl }
}
