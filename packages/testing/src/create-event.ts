import { newId } from '@visavis/shared/ids'
import { eventSchema } from '@visavis/shared/webhook-answers'
import { type EventData, WEBHOOK_EVENTS } from '@visavis/shared/webhook-events'
import type { WebhookEvent } from './verify-webhook.ts'

/** What any event could be about; of it, an event carries what its type has. */
const sampleData = () => ({
  applicant_id: newId('applicant'),
  status: 'approved',
  face_authentication_id: newId('faceAuthentication'),
  response_codes: [],
  user_journey_id: newId('userJourney'),
  face_id: newId('face'),
  face_status: 'ACTIVE',
  face_source: 'upload',
  provider: 'embedded',
  declines: 5,
  locked_until: new Date(Date.now() + 3_600_000).toISOString(),
  reason: 'picture_unusable',
})

/** Only with what is said of it in a review; other events may carry one, and seldom do. */
const sampleReview = (type: WebhookEvent['type']) =>
  type.endsWith('_reviewed')
    ? {
        review: {
          status: 'accepted',
          cause: 'risk',
          reason_code: 'same_person',
          reviewed_on: new Date().toISOString(),
        },
      }
    : {}

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
    data: WEBHOOK_EVENTS[type].parse({ ...sampleData(), ...sampleReview(type), ...data }),
    _links: { self: { href: `https://id.example/events/${id}` } },
  })
}
