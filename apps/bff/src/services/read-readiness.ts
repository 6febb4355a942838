import { AppError } from '@visavis/shared/errors'
import { isId } from '@visavis/shared/ids'
import { faceStatusAt } from '../domain/face-transitions.ts'
import { isUsableFace } from '../domain/usable-face.ts'
import type { ServiceDeps } from './deps.ts'

/** `AUTHENTICATION`: there is a face to compare with. `IDENTIFICATION`: the person has to be identified first. */
export type Readiness = 'AUTHENTICATION' | 'IDENTIFICATION'

/**
 * @param userJourneyId asks about faces that journey's provider can use; without it any will do
 * @throws AppError NOT_FOUND, REQUEST_INVALID naming the journey
 */
export const readReadiness = async (
  { database, providers, now }: ServiceDeps,
  tenantId: string,
  applicantId: string,
  userJourneyId?: string,
): Promise<Readiness> => {
  if (!(await database.applicants.get(tenantId, applicantId))) throw new AppError('NOT_FOUND')
  const journey =
    userJourneyId !== undefined && isId('userJourney', userJourneyId)
      ? await database.userJourneys.get(tenantId, userJourneyId)
      : undefined
  if (userJourneyId !== undefined && !journey) {
    throw new AppError('REQUEST_INVALID', { errorCodes: ['user_journey_id__not_found'] })
  }
  const faces = await database.faces.listAll(tenantId, applicantId)
  const references = journey && (providers.find(journey.provider)?.capabilities.references ?? [])
  const isUsable = faces.some((face) => {
    const fits = !journey || !references || isUsableFace(face, { id: journey.provider, references })
    return fits && faceStatusAt(face, now()) === 'ACTIVE'
  })
  return isUsable ? 'AUTHENTICATION' : 'IDENTIFICATION'
}
