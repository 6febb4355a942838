import { mode } from '../../http/view-parts.ts'
import type { DomainEvent } from './domain-event.ts'

/** Version of the body's shape, not of this program. Source: Checkout.com, "Face Authentication webhooks". */
const VERSION = '1.2.0'

/** An event in Checkout.com's shape: what is sent, and what `GET /events/{id}` shows. */
export const toEventBody = (publicUrl: string, { id, tenantId, type, payload, createdOn }: DomainEvent) => ({
  id,
  type,
  version: VERSION,
  created_on: createdOn.toISOString(),
  ...mode({ tenantId }),
  data: payload,
  _links: { self: { href: `${publicUrl}/events/${id}` } },
})
