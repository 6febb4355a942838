import { newId } from '@visavis/shared/ids'
import { toResponseCodes } from '@visavis/shared/response-codes'
import type { WebhookEventType } from '@visavis/shared/statuses'
import type { Applicant, FaceAuthentication, Repositories } from '../../storage/types.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import type { DomainEvent, WebhookDelivery } from './webhook-types.ts'

interface EmitEventInput {
  /** As it is now that the event has happened. */
  authentication: FaceAuthentication
  /** Whose it is, when that is known already. */
  applicant?: Applicant | undefined
  type: WebhookEventType
  now: Date
}

/**
 * Writes down that something happened and orders its deliveries. Call it in the transaction that makes it happen:
 * then neither can be without the other.
 */
export const emitEvent = async (
  repositories: Repositories,
  { authentication, applicant: known, type, now }: EmitEventInput,
): Promise<void> => {
  const { tenantId } = authentication
  const applicant = known ?? (await repositories.applicants.get(tenantId, authentication.applicantId))
  const externalId = applicant?.externalApplicantId
  const event: DomainEvent = {
    id: newId('event'),
    tenantId,
    type,
    payload: {
      applicant_id: authentication.applicantId,
      ...(externalId ? { external_applicant_id: externalId } : {}),
      status: authentication.status,
      face_authentication_id: authentication.id,
      response_codes: toResponseCodes(authentication.responseCodes),
      user_journey_id: authentication.userJourneyId,
    },
    createdOn: now,
  }
  const endpointIds = await repositories.events.insert(event)
  const deliveries = endpointIds.map((endpointId) => toNewDelivery(event, endpointId))
  await repositories.webhookDeliveries.insert(deliveries)
  await queueDeliveries(repositories, deliveries, now)
}

const toNewDelivery = ({ id, tenantId, createdOn }: DomainEvent, endpointId: string) =>
  ({
    id: newId('webhookDelivery'),
    tenantId,
    endpointId,
    eventId: id,
    status: 'pending',
    turn: 0,
    failures: 0,
    nextAttemptOn: createdOn,
    claimedUntil: null,
    createdOn,
    modifiedOn: createdOn,
  }) satisfies WebhookDelivery
