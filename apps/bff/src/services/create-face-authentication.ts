import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import type { CreateFaceAuthentication } from '@visavis/shared/partner-api'
import type { FaceAuthentication } from '../storage/db/types.ts'
import type { ServiceDeps } from './deps.ts'
import { emitEvent } from './emit-event.ts'

/** @throws AppError REQUEST_INVALID naming the reference that does not exist for this tenant, APPLICANT_ANONYMIZED */
export const createFaceAuthentication = async (
  { database, now }: ServiceDeps,
  tenantId: string,
  input: CreateFaceAuthentication,
): Promise<FaceAuthentication> => {
  const applicant = await database.applicants.get(tenantId, input.applicant_id)
  const journey = await database.userJourneys.get(tenantId, input.user_journey_id)
  const errorCodes = [
    ...(applicant ? [] : ['applicant_id__not_found']),
    ...(journey ? [] : ['user_journey_id__not_found']),
  ]
  if (!applicant || !journey) throw new AppError('REQUEST_INVALID', { errorCodes })

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
  await database.transaction(async (repositories) => {
    // Held, so that an erasure under way either sees this one or refuses it.
    const current = await repositories.applicants.lock(tenantId, applicant.id)
    if (current?.anonymizedOn) throw new AppError('APPLICANT_ANONYMIZED')
    await repositories.faceAuthentications.insert(authentication)
    await emitEvent(repositories, {
      authentication,
      type: 'face_authentication_created',
      now: createdOn,
    })
  })
  return authentication
}
