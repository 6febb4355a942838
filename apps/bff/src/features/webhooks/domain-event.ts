import type { EventData, WebhookEventType } from '@visavis/shared/webhook-events'

/** Something that happened, written in the transaction that made it happen. Never changed afterwards. */
export interface DomainEvent {
  id: string
  tenantId: string
  type: WebhookEventType
  payload: EventData
  createdOn: Date
}
