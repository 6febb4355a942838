import type { EventData, WebhookEventType } from '@visavis/shared/webhook-events'
import type { PrivacyOf } from '../../storage/privacy.ts'

/** Something that happened, written in the transaction that made it happen. Never changed afterwards. */
export interface DomainEvent {
  id: string
  tenantId: string
  type: WebhookEventType
  payload: EventData
  createdOn: Date
}

export const EVENT_PRIVACY = {
  id: 'kept',
  tenantId: 'kept',
  type: 'kept',
  payload: 'kept',
  createdOn: 'kept',
} satisfies PrivacyOf<DomainEvent>
