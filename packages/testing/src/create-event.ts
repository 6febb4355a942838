import { newId } from '@visavis/shared/ids'
import { eventSchema } from '@visavis/shared/webhook-answers'
import type { WebhookEvent } from './verify-webhook.ts'

/** An event as Visavis sends it, with ids of its own where none are given. @throws ZodError when it could not be one */
export const createEvent = (
  type: WebhookEvent['type'],
  data: Partial<WebhookEvent['data']> = {},
): WebhookEvent => {
  const id = newId('event')
  return eventSchema.parse({
    id,
    type,
    version: '1.2.0',
    created_on: new Date().toISOString(),
    data: {
      applicant_id: newId('applicant'),
      status: 'approved',
      face_authentication_id: newId('faceAuthentication'),
      response_codes: [],
      user_journey_id: newId('userJourney'),
      ...data,
    },
    _links: { self: { href: `https://id.example/events/${id}` } },
  })
}
