import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { CreateFaceAuthentication } from '@visavis/shared/partner-api'
import type { AuthenticationsDeps } from './deps.ts'
import { emitEvent } from './emit-event.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'

/** @throws AppError REQUEST_INVALID naming the reference that does not exist for this tenant, APPLICANT_ANONYMIZED */
export const createFaceAuthentication = (
  { database, now }: AuthenticationsDeps,
  tenantId: string,
  input: CreateFaceAuthentication,
): Promise<FaceAuthentication> =>
  database.transaction(async (repositories) => {
    // Held, so that an erasure under way either sees this one or refuses it.
    const applicant = await repositories.applicants.lock(tenantId, input.applicant_id)
    const journey = await repositories.userJourneys.get(tenantId, input.user_journey_id)
    const errorCodes = [
      ...(applicant ? [] : ['applicant_id__not_found']),
      ...(journey ? [] : ['user_journey_id__not_found']),
    ]
    if (!applicant || !journey) throw new AppError('REQUEST_INVALID', { errorCodes })
    if (applicant.anonymizedOn) throw new AppError('APPLICANT_ANONYMIZED')

    const createdOn = now()
    const authentication: FaceAuthentication = {
      id: newId('faceAuthentication'),
      tenantId,
      applicantId: applicant.id,
      userJourneyId: journey.id,
      status: 'created',
      responseCodes: [],
      riskLabels: [],
      anonymizedOn: null,
      createdOn,
      modifiedOn: createdOn,
    }
    await repositories.faceAuthentications.insert(authentication)
    await emitEvent(repositories, {
      authentication,
      applicant,
      type: 'face_authentication_created',
      now: createdOn,
    })
    return authentication
  })
