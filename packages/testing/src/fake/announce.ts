import type { DecisionDetails } from '@visavis/shared/attempt-details'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { createEvent } from '../create-event.ts'
import type { WebhookEvent } from '../verify-webhook.ts'
import type { Face, FaceAuthentication, FakeDeps } from './fake-store.ts'

const send = ({ store, readUrl, emit }: FakeDeps, event: WebhookEvent): void => {
  event._links.self.href = `${readUrl()}/events/${event.id}`
  store.events.set(event.id, event)
  emit(event)
}

/** Whom an event is about, under both names. */
const toSubject = ({ store }: FakeDeps, applicant_id: string) => {
  const external_applicant_id = store.applicants.get(applicant_id)?.external_applicant_id
  return { applicant_id, ...(external_applicant_id === undefined ? {} : { external_applicant_id }) }
}

/** The event of what just happened to a face authentication. */
export const announce = (
  deps: FakeDeps,
  { id, applicant_id, user_journey_id, status, response_codes }: FaceAuthentication,
  type: WebhookEventType,
  details?: DecisionDetails,
): void =>
  send(
    deps,
    createEvent(type, {
      ...toSubject(deps, applicant_id),
      status,
      face_authentication_id: id,
      response_codes: [...response_codes],
      user_journey_id,
      ...(details ? { details } : {}),
    }),
  )

/** The event of a face that is there, or gone. */
export const announceFace = (
  deps: FakeDeps,
  { id, applicant_id, status, source, provider }: Face,
  type: 'face_added' | 'face_removed',
): void =>
  send(
    deps,
    createEvent(type, {
      ...toSubject(deps, applicant_id),
      face_id: id,
      face_status: status,
      face_source: source,
      provider,
    }),
  )
