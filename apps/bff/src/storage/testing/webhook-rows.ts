import { newId } from '@visavis/shared/ids'
import type { DomainEvent } from '../../features/webhooks/domain-event.ts'
import type { WebhookDelivery } from '../../features/webhooks/webhook-deliveries-repo.ts'
import type { WebhookEndpoint } from '../../features/webhooks/webhook-endpoints-repo.ts'
import { NOW } from './rows.ts'

export const newEvent = (tenantId: string, change: Partial<DomainEvent> = {}): DomainEvent => ({
  id: newId('event'),
  tenantId,
  type: 'face_authentication_created',
  payload: {
    applicant_id: 'aplt_1',
    external_applicant_id: "Zoë's",
    status: 'created',
    face_authentication_id: 'fav_1',
    response_codes: [{ code: 10000, summary: 'approved' }],
    user_journey_id: 'usj_1',
  },
  createdOn: NOW,
  ...change,
})

export const newEndpoint = (tenantId: string, change: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  id: newId('webhookEndpoint'),
  tenantId,
  url: 'https://partner.example/hooks',
  eventTypes: null,
  description: null,
  isActive: true,
  secretSealed: new Uint8Array([0, 255, 1]),
  authorizationSealed: null,
  createdOn: NOW,
  modifiedOn: NOW,
  ...change,
})

export const newDelivery = (
  { tenantId, id }: DomainEvent,
  endpointId: string,
  change: Partial<WebhookDelivery> = {},
): WebhookDelivery => ({
  id: newId('webhookDelivery'),
  tenantId,
  endpointId,
  eventId: id,
  status: 'pending',
  turn: 0,
  failures: 0,
  nextAttemptOn: NOW,
  claimedUntil: null,
  createdOn: NOW,
  modifiedOn: NOW,
  ...change,
})
