import { fieldErrorIf } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { ReferenceStatus } from '@visavis/shared/partner-answers'
import type { CreateFaceAuthentication } from '@visavis/shared/partner-api'
import { recognitionsOf } from '../../providers/reference.ts'
import { orderDeliveries } from '../webhooks/index.ts'
import type { AuthenticationsDeps } from './deps.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'
import { toEvent } from './to-event.ts'

export interface CreatedFaceAuthentication extends FaceAuthentication {
  /** The applicant's faces are of a recognition model that is gone: without another enrolment no picture can match. */
  referenceStatus?: ReferenceStatus
}

/** @throws AppError REQUEST_INVALID naming the reference that does not exist for this tenant, APPLICANT_ANONYMIZED */
export const createFaceAuthentication = (
  { database, now, providers }: AuthenticationsDeps,
  tenantId: string,
  input: CreateFaceAuthentication,
): Promise<CreatedFaceAuthentication> =>
  database.transaction(async (repositories) => {
    const createdOn = now()
    const authentication: FaceAuthentication = {
      id: newId('faceAuthentication'),
      tenantId,
      applicantId: input.applicant_id,
      userJourneyId: input.user_journey_id,
      status: 'created',
      responseCodes: [],
      riskLabels: [],
      anonymizedOn: null,
      metadataForgottenOn: null,
      createdOn,
      modifiedOn: createdOn,
    }
    const event = toEvent({
      authentication,
      externalApplicantId: null,
      type: 'face_authentication_created',
      now: createdOn,
    })
    const own = { provider: providers.default.id, recognitions: recognitionsOf(providers.default) }
    const { applicant, journey, isOutdated, wanted } = await repositories.faceAuthentications.create(
      authentication,
      event,
      own,
    )
    const errorCodes = [
      ...fieldErrorIf(applicant === 'missing', 'applicant_id__not_found'),
      ...fieldErrorIf(journey === 'missing', 'user_journey_id__not_found'),
    ]
    if (errorCodes.length > 0) throw new AppError('REQUEST_INVALID', { errorCodes })
    if (applicant === 'anonymized') throw new AppError('APPLICANT_ANONYMIZED')
    await orderDeliveries(repositories, [event], wanted)
    return isOutdated ? { ...authentication, referenceStatus: 'enrollment_required' } : authentication
  })
