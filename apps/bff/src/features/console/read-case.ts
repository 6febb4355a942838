import type { ConsoleAuthenticationView } from '@visavis/shared/console-api'
import { toApplicantView } from '../applicants/index.ts'
import {
  listAttempts,
  readFaceAuthentication,
  toAttemptView,
  toFaceAuthenticationView,
} from '../authentications/index.ts'
import type { UserJourney } from '../journeys/index.ts'
import { listEventsOf, toDeliveryView, toEventBody } from '../webhooks/index.ts'
import type { ConsoleDeps } from './deps.ts'
import { readReferencesOf, SHOWN, toPictureView } from './read-references.ts'

/** Far more than a journey's `retry_limit` lets there be. */
const ALL = { skip: 0, limit: 100 }

export const toJourneyView = (journey: UserJourney) => ({
  id: journey.id,
  name: journey.name,
  provider: journey.provider,
  minimum_match_level: journey.minimumMatchLevel,
  liveness_policy: journey.livenessPolicy,
})

/** A face authentication with all that explains it, in one answer. No address of a picture is in it. @throws AppError NOT_FOUND */
export const readCase = async (
  deps: ConsoleDeps,
  tenantId: string,
  id: string,
): Promise<ConsoleAuthenticationView> => {
  const { database, publicUrl } = deps
  const { authentication, review } = await readFaceAuthentication(deps, tenantId, id)
  const attempts = await listAttempts(deps, tenantId, id, ALL)
  const pictures = await Promise.all(
    attempts.rows.map(({ attempt }) => database.assets.listStored(tenantId, attempt.id, ALL, SHOWN)),
  )
  const applicant = await database.applicants.get(tenantId, authentication.applicantId)
  const journey = await database.userJourneys.get(tenantId, authentication.userJourneyId)
  const events = await listEventsOf(deps, tenantId, id)
  return {
    authentication: toFaceAuthenticationView(publicUrl, authentication, { review }),
    ...(applicant ? { applicant: toApplicantView(publicUrl, applicant) } : {}),
    ...(journey ? { user_journey: toJourneyView(journey) } : {}),
    attempts: attempts.rows.map((row, index) => ({
      attempt: toAttemptView(publicUrl, row),
      pictures: (pictures[index]?.rows ?? []).map(toPictureView),
    })),
    references: await readReferencesOf(deps, tenantId, authentication.applicantId),
    events: events.map(({ event, deliveries }) => ({
      event: toEventBody(publicUrl, event),
      deliveries: deliveries.map((delivery) => toDeliveryView(publicUrl, delivery)),
    })),
  } as ConsoleAuthenticationView
}
