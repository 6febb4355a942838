/** Everything a webhook can be about: a new event is one entry here. */
import * as z from 'zod'
import { answerTime, idOf, responseCodesSchema } from './answers.ts'
import { decisionDetailsSchema } from './attempt-details.ts'
import { pictureSourceSchema } from './picture-source.ts'
import { reviewSchema } from './reviews.ts'
import {
  AUTHENTICATION_STATUSES,
  EVENT_TYPES,
  type EventType,
  FACE_SOURCES,
  FACE_STATUSES,
} from './statuses.ts'

/** Source: Checkout.com, "Face Authentication webhooks". */
const faceAuthenticationData = z
  .object({
    applicant_id: idOf('applicant'),
    /** Absent when the applicant has none. */
    external_applicant_id: z.string().optional(),
    status: z.enum(AUTHENTICATION_STATUSES),
    face_authentication_id: idOf('faceAuthentication'),
    response_codes: responseCodesSchema,
    user_journey_id: idOf('userJourney'),
    /** With the steps that a picture of ours makes. */
    source: pictureSourceSchema.optional(),
    /** With a verdict. */
    details: decisionDetailsSchema.optional(),
    /** With a verdict that somebody has to look at, and once they have. */
    review: reviewSchema.optional(),
  })
  .meta({ id: 'FaceAuthenticationEventData' })

const faceData = z
  .object({
    applicant_id: idOf('applicant'),
    external_applicant_id: z.string().optional(),
    face_id: idOf('face'),
    /** As it was then; `REVIEW`: somebody has to look at it. */
    face_status: z.enum(FACE_STATUSES),
    face_source: z.enum(FACE_SOURCES),
    provider: z.string(),
  })
  .meta({ id: 'FaceEventData' })

const faceReviewedData = faceData.extend({ review: reviewSchema }).meta({ id: 'FaceReviewedEventData' })

const applicantLockedData = z
  .object({
    applicant_id: idOf('applicant'),
    external_applicant_id: z.string().optional(),
    /** The one that was declined once too often, and its journey, which says how often that is. */
    face_authentication_id: idOf('faceAuthentication'),
    user_journey_id: idOf('userJourney'),
    declines: z.int().min(1),
    locked_until: answerTime,
  })
  .meta({ id: 'ApplicantLockedEventData' })

/** Why the recognition model of today can make nothing of a face that is on file. */
export const TEMPLATE_FAILURES = ['picture_missing', 'picture_unusable'] as const
export type TemplateFailure = (typeof TEMPLATE_FAILURES)[number]

/** Ours: the recognition model has changed, and the face's picture gives the new one no template. */
const faceEnrollmentRequiredData = z
  .object({
    applicant_id: idOf('applicant'),
    /** Absent when the applicant has none. */
    external_applicant_id: z.string().optional(),
    /** Compared no more, unless the model before still runs beside the new one. */
    face_id: idOf('face'),
    reason: z.enum(TEMPLATE_FAILURES),
  })
  .meta({ id: 'FaceEnrollmentRequiredEventData' })

/** Each step of a face authentication is an event. */
const STEPS = Object.fromEntries(EVENT_TYPES.map((type) => [type, faceAuthenticationData])) as Record<
  EventType,
  typeof faceAuthenticationData
>

/**
 * The `data` of each event, as it stood when the event happened. Checkout.com's `face_authentication_audit_completed` is
 * not among them: nobody audits here.
 */
export const WEBHOOK_EVENTS = {
  ...STEPS,
  face_authentication_anonymized: faceAuthenticationData,
  /** `status` is still the machine's. */
  face_authentication_reviewed: faceAuthenticationData,
  applicant_locked: applicantLockedData,
  face_added: faceData,
  face_removed: faceData,
  /** `face_status` is `ACTIVE`, or `FAILED`: then `face_removed` follows. */
  face_reviewed: faceReviewedData,
  /** Have the person enrol again: nothing on file can be compared otherwise. */
  face_enrollment_required: faceEnrollmentRequiredData,
}

export type WebhookEventType = keyof typeof WEBHOOK_EVENTS
export const WEBHOOK_EVENT_TYPES = Object.keys(WEBHOOK_EVENTS) as [WebhookEventType, ...WebhookEventType[]]

export type EventData<Type extends WebhookEventType = WebhookEventType> = z.output<
  (typeof WEBHOOK_EVENTS)[Type]
>

/**
 * What any event may carry; those that carry the same are told once. Those that carry more come first: the first that
 * fits decides what is left of it.
 */
export const eventDataSchema = z.union(
  [...new Set(Object.values(WEBHOOK_EVENTS))].toSorted(
    (one, other) => Object.keys(other.shape).length - Object.keys(one.shape).length,
  ),
)
