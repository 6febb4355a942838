import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { createEvent } from '../create-event.ts'
import type { FaceAuthentication, FakeDeps } from './fake-store.ts'

/** The event of what just happened to a face authentication. */
export const announce = (
  { store, readUrl, emit }: FakeDeps,
  { id, applicant_id, user_journey_id, status, response_codes }: FaceAuthentication,
  type: WebhookEventType,
): void => {
  const external_applicant_id = store.applicants.get(applicant_id)?.external_applicant_id
  const event = createEvent(type, {
    applicant_id,
    ...(external_applicant_id === undefined ? {} : { external_applicant_id }),
    status,
    face_authentication_id: id,
    response_codes: [...response_codes],
    user_journey_id,
  })
  event._links.self.href = `${readUrl()}/events/${event.id}`
  store.events.set(event.id, event)
  emit(event)
}
