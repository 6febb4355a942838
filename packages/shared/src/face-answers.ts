/** What the partner API says about faces and their enrolment by capture. */
import * as z from 'zod'
import { answerTime, idOf, linkSchema, livemode, responseCodesSchema, times } from './answers.ts'
import { consentRecordSchema } from './consent.ts'
import { pictureSourceSchema } from './picture-source.ts'
import { reviewSchema } from './reviews.ts'
import { ENROLLMENT_STATUSES, FACE_SOURCES, FACE_STATUSES } from './statuses.ts'

export const faceSchema = z
  .object({
    id: idOf('face'),
    ...times,
    livemode,
    applicant_id: idOf('applicant'),
    status: z.enum(FACE_STATUSES),
    provider: z.string(),
    source: z.enum(FACE_SOURCES),
    attempt_id: idOf('attempt').optional(),
    vendor_reference: z.string().optional(),
    activation: z
      .object({ url: z.string().optional(), qr_code: z.string().optional() })
      .optional()
      .meta({ description: 'How the person activates a face at a vendor. Shown once, when it is made.' }),
    expires_on: answerTime.optional(),
    review: reviewSchema.optional().meta({ description: 'Absent: it was not sent to review.' }),
    _links: z.object({ self: linkSchema, applicant: linkSchema }),
  })
  .meta({ id: 'Face' })

export const faceSettingsSchema = z
  .object({
    media_types: z.array(z.string()),
    max_image_bytes: z.int(),
    max_image_pixels: z.int(),
    max_faces: z.int(),
    sources: z.array(z.enum(FACE_SOURCES)),
    default_lifetime_days: z.int().optional(),
    vendor: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "With `face_id`: the vendor's policy, as the vendor tells it." }),
    _links: z.object({ self: linkSchema }),
  })
  .meta({ id: 'FaceSettings' })

export const faceEnrollmentSchema = z
  .object({
    id: idOf('faceEnrollment'),
    ...times,
    livemode,
    applicant_id: idOf('applicant'),
    face_id: idOf('face'),
    user_journey_id: idOf('userJourney').optional(),
    status: z.enum(ENROLLMENT_STATUSES),
    response_codes: responseCodesSchema,
    redirect_url: z.string(),
    locale: z.string().optional(),
    source: pictureSourceSchema.optional(),
    consent: consentRecordSchema.optional().meta({ description: 'What the person agreed to.' }),
    expires_on: answerTime,
    qr_code: z.object({ png_data_url: z.string(), svg: z.string() }).optional(),
    _links: z.object({
      self: linkSchema,
      applicant: linkSchema,
      face: linkSchema,
      verification_url: linkSchema
        .optional()
        .meta({ description: 'Where to send the person. Shown once, when the link is made.' }),
    }),
  })
  .meta({ id: 'FaceEnrollment' })
