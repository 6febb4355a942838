import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { orderDeliveries } from '../webhooks/index.ts'
import type { AuthenticationsRepositories } from './deps.ts'
import type { FaceAuthentication } from './face-authentications-repo.ts'
import { toEvent } from './to-event.ts'

interface EmitEventInput {
  /** As it is now that the event has happened. */
  authentication: FaceAuthentication
  type: WebhookEventType
  now: Date
}

/** Tells the partner of something that is no step of the tables, in the transaction that makes it happen. */
export const emitEvent = async (
  repositories: AuthenticationsRepositories,
  { authentication, type, now }: EmitEventInput,
): Promise<void> => {
  const { tenantId, applicantId } = authentication
  const applicant = await repositories.applicants.get(tenantId, applicantId)
  const externalApplicantId = applicant?.externalApplicantId ?? null
  const event = toEvent({ authentication, externalApplicantId, type, now })
  await orderDeliveries(repositories, [event], await repositories.events.insert([event]))
}
