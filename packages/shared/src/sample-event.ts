import { newId } from './ids.ts'
import type { ReviewCause, ReviewView } from './reviews.ts'
import { type EventData, WEBHOOK_EVENTS, type WebhookEventType } from './webhook-events.ts'

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

const reviewed = (cause: ReviewCause): { review: ReviewView } => ({
  review: { status: 'accepted', cause, reason_code: 'same_person', reviewed_on: new Date().toISOString() },
})

/** What only some have, and others of the same shape do not yet. */
const sampleDataOf = (type: WebhookEventType): object => {
  if (type === 'face_reviewed') return reviewed('new_face')
  if (type === 'face_authentication_reviewed') return reviewed('decline')
  return {}
}

/** The `data` of an event about nobody, with ids of its own where none are given. @throws ZodError when it could not be one */
export const createEventData = <Type extends WebhookEventType>(
  type: Type,
  data: Partial<EventData<Type>> = {},
): EventData<Type> =>
  WEBHOOK_EVENTS[type].parse({ ...sampleData(), ...sampleDataOf(type), ...data }) as EventData<Type>
