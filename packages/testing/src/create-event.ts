import { newId } from '@visavis/shared/ids'
import { createEventData } from '@visavis/shared/sample-event'
import { eventSchema } from '@visavis/shared/webhook-answers'
import type { EventData } from '@visavis/shared/webhook-events'
import type { WebhookEvent } from './verify-webhook.ts'

/** An event as Visavis sends it, with ids of its own where none are given. @throws ZodError when it could not be one */
export const createEvent = <Type extends WebhookEvent['type']>(
  type: Type,
  data: Partial<EventData<Type>> = {},
): WebhookEvent => {
  const id = newId('event')
  return eventSchema.parse({
    id,
    type,
    version: '1.2.0',
    created_on: new Date().toISOString(),
    data: createEventData(type, data),
    _links: { self: { href: `https://id.example/events/${id}` } },
  })
}
