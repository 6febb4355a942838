import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { recognitionsOf } from '../../providers/reference.ts'
import type { FacesDeps } from './deps.ts'
import { refreshWaitingFaces } from './refresh-waiting-faces.ts'
import { isUsableFace } from './usable-face-rules.ts'

/** `AUTHENTICATION`: there is a face to compare with. `IDENTIFICATION`: the person has to be identified first. */
export type Readiness = 'AUTHENTICATION' | 'IDENTIFICATION'

/**
 * Faces that wait at a vendor are asked about there, unless another one will do.
 * @param userJourneyId asks about faces that journey's provider can use; without it any will do
 * @throws AppError NOT_FOUND, REQUEST_INVALID naming the journey
 */
export const readReadiness = async (
  deps: FacesDeps,
  tenantId: string,
  applicantId: string,
  userJourneyId?: string,
): Promise<Readiness> => {
  const { database, providers, now } = deps
  if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
  const journey =
    userJourneyId !== undefined && isId('userJourney', userJourneyId)
      ? await database.userJourneys.get(tenantId, userJourneyId)
      : undefined
  if (userJourneyId !== undefined && !journey) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['user_journey_id__not_found'] })
  }
  const references = journey && (providers.find(journey.provider)?.capabilities.references ?? [])
  // Another provider compares the pictures themselves: what our model makes of them is nothing to it.
  const isOurs = !journey || journey.provider === providers.default.id
  const recognitions = isOurs ? recognitionsOf(providers.default) : []
  const hasUsable = async () => {
    const faces = await database.faces.listActive(tenantId, applicantId, now(), recognitions)
    return faces.some(
      (face) => !journey || !references || isUsableFace(face, { id: journey.provider, references }),
    )
  }
  if (await hasUsable()) return 'AUTHENTICATION'
  await refreshWaitingFaces(deps, { tenantId, applicantId })
  return (await hasUsable()) ? 'AUTHENTICATION' : 'IDENTIFICATION'
}
