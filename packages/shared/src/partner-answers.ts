/** What the partner API says about applicants, face authentications and attempts. Source: Checkout.com, 1–10. */
import * as z from 'zod'
import { answerTime, idOf, linkSchema, livemode, responseCodesSchema, times } from './answers.ts'
import { attemptDetailsSchema } from './attempt-details.ts'
import { pictureQualitySchema } from './picture-quality.ts'
import { pictureSourceSchema } from './picture-source.ts'
import { reviewSchema } from './reviews.ts'
import { ATTEMPT_STATUSES, AUTHENTICATION_STATUSES, ERASURE_KINDS } from './statuses.ts'

export const applicantSchema = z
  .object({
    id: idOf('applicant'),
    ...times,
    livemode,
    external_applicant_id: z.string().optional(),
    email: z.string().optional(),
    external_applicant_name: z.string().optional(),
    _links: z.object({ self: linkSchema }),
  })
  .meta({ id: 'Applicant' })

export const lockoutStateSchema = z
  .object({
    applicant_id: idOf('applicant'),
    status: z.enum(['OPEN', 'DELAYED', 'LOCKED']).meta({
      description: 'DELAYED and LOCKED: no attempt is taken until then.',
    }),
    until: answerTime.optional(),
    declines: z.array(answerTime).meta({ description: 'Since the last approval, oldest first.' }),
    _links: z.object({ self: linkSchema, applicant: linkSchema }),
  })
  .meta({ id: 'Lockout' })

/** Works for 15 minutes, for whoever holds it. */
const signedUrl = z.url()

export const faceAuthenticationSchema = z
  .object({
    id: idOf('faceAuthentication'),
    ...times,
    livemode,
    applicant_id: idOf('applicant'),
    user_journey_id: idOf('userJourney'),
    status: z.enum(AUTHENTICATION_STATUSES),
    response_codes: responseCodesSchema,
    risk_labels: z.array(z.string()),
    review: reviewSchema.optional().meta({ description: 'Absent: it was not sent to review.' }),
    face: z
      .object({ image_signed_url: signedUrl })
      .optional()
      .meta({ description: 'The picture decided on, while it is kept.' }),
    _links: z.object({ self: linkSchema, applicant: linkSchema }),
  })
  .meta({ id: 'FaceAuthentication' })

/** Of the faces to compare with, where there is something to do about them. */
const REFERENCE_STATUSES = ['enrollment_required'] as const
export type ReferenceStatus = (typeof REFERENCE_STATUSES)[number]

export const createdFaceAuthenticationSchema = faceAuthenticationSchema
  .extend({
    reference_status: z.enum(REFERENCE_STATUSES).optional().meta({
      description:
        '`enrollment_required`: the recognition model has changed and none of the faces on file can be compared with it. Have the person enrol again, or the capture ends with `reference_missing`.',
    }),
  })
  .meta({ id: 'CreatedFaceAuthentication' })

export const attemptSchema = z
  .object({
    id: idOf('attempt'),
    ...times,
    livemode,
    status: z.enum(ATTEMPT_STATUSES),
    response_codes: responseCodesSchema,
    redirect_url: z.string(),
    client_information: z
      .object({
        pre_selected_residence_country: z.string().optional(),
        pre_selected_language: z.string().optional(),
      })
      .optional(),
    applicant_session_information: z.object({ ip_address: z.string() }).optional(),
    locale: z.string().optional(),
    source: pictureSourceSchema.optional(),
    details: attemptDetailsSchema.optional(),
    digit_string: z
      .string()
      .regex(/^\d{8}$/)
      .optional()
      .meta({ description: 'Opens the link when typed at `/code`. Shown once, when asked for.' }),
    _links: z.object({
      self: linkSchema,
      verification_url: linkSchema
        .optional()
        .meta({ description: 'Where to send the person. Shown once, when the attempt is created.' }),
    }),
  })
  .meta({ id: 'Attempt' })

/** Among those of other face authentications. */
export const listedAttemptSchema = attemptSchema
  .extend({ face_authentication_id: idOf('faceAuthentication'), applicant_id: idOf('applicant') })
  .meta({ id: 'ListedAttempt' })

export const assetSchema = z
  .object({
    type: z.enum(['face_image', 'face_video']),
    source: pictureSourceSchema.optional(),
    quality: pictureQualitySchema.optional().meta({
      description:
        'What the browser measured on the picture it sent, by component of ISO/IEC 29794-5 (x49: Sharpness), 0 to 100. Untrusted, and no part of the decision.',
    }),
    _links: z.object({ asset_url: z.object({ href: signedUrl }) }),
  })
  .meta({ id: 'Asset' })

export const livenessEvidenceSchema = z
  .object({
    type: z.enum(['turn_filmstrip']).meta({
      description: 'One JPEG of all frames that were judged, a row each turn of the head.',
    }),
    created_on: answerTime,
    _links: z.object({ asset_url: z.object({ href: signedUrl }) }),
  })
  .meta({ id: 'LivenessEvidence' })

export const erasureReceiptSchema = z
  .object({
    id: idOf('erasureReceipt'),
    created_on: answerTime,
    completed_on: answerTime.optional(),
    subject_id: z.union([idOf('applicant'), idOf('faceAuthentication')]),
    erased: z.array(z.object({ kind: z.enum(ERASURE_KINDS), count: z.int().min(0) })),
    _links: z.object({ self: linkSchema }),
  })
  .meta({ id: 'ErasureReceipt' })

export const readinessSchema = z
  .object({
    applicant_id: idOf('applicant'),
    status: z.enum(['AUTHENTICATION', 'IDENTIFICATION']).meta({
      description: 'AUTHENTICATION: there is a face to compare with. IDENTIFICATION: there is none yet.',
    }),
    _links: z.object({ self: linkSchema, applicant: linkSchema }),
  })
  .meta({ id: 'Readiness' })
