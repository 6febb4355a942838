import type { DecisionDetails } from '@visavis/shared/attempt-details'
import { newId } from '@visavis/shared/ids'
import type { PictureSource } from '@visavis/shared/picture-source'
import { toResponseCodes } from '@visavis/shared/response-codes'
import type { WebhookEventType } from '@visavis/shared/webhook-events'
import { type ShownReview, toReviewView } from '../reviews/index.ts'
import type { DomainEvent } from '../webhooks/index.ts'
import type { FaceAuthentication } from './face-authentication-row.ts'

interface ToEventInput {
  /** As it is now that the event has happened. */
  authentication: FaceAuthentication
  externalApplicantId: string | null
  type: WebhookEventType
  /** Of the picture that this is about. */
  source?: PictureSource | null | undefined
  /** Of the verdict that this is about. Nothing in it is of the person's browser: events outlive an erasure. */
  details?: DecisionDetails | undefined
  /** That somebody has to look, or has. */
  review?: ShownReview | undefined
  now: Date
}

/** What the partner is told of a step of a face authentication. */
export const toEvent = ({
  authentication,
  externalApplicantId,
  type,
  source,
  details,
  review,
  now,
}: ToEventInput): DomainEvent => ({
  id: newId('event'),
  tenantId: authentication.tenantId,
  type,
  payload: {
    applicant_id: authentication.applicantId,
    ...(externalApplicantId ? { external_applicant_id: externalApplicantId } : {}),
    status: authentication.status,
    face_authentication_id: authentication.id,
    response_codes: toResponseCodes(authentication.responseCodes),
    user_journey_id: authentication.userJourneyId,
    ...(source ? { source } : {}),
    ...(details && Object.keys(details).length > 0 ? { details } : {}),
    ...(review ? { review: toReviewView(review) } : {}),
  },
  createdOn: now,
})
