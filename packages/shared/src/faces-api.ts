/** Bodies about faces and their enrolment by capture. */
import * as z from 'zod'
import { givenId, givenTime, isWebUrl, languageTag, linkLifetime } from './partner-api.ts'

const text = (max: number) => z.string().min(1).max(max)

/**
 * Exactly one of `image`, `attempt_id`, `vendor_reference` and `at_vendor`, which may come with an `image`. `multipart/form-data` carries the picture in the part
 * `image`, and `provider` and `expires_on` as fields.
 */
export const addFaceSchema = z.object({
  /** Standard base64 (RFC 4648 §4) of a JPEG or PNG; a `data:` prefix is accepted. */
  image: z.string().min(1).optional(),
  /** An earlier approved attempt of the same applicant; its picture is copied and kept until the face is deleted. */
  attempt_id: givenId.optional(),
  /** What the provider itself calls its reference of this person. */
  vendor_reference: text(255).optional(),
  /** The vendor of that journey makes the face and keeps it; with `image`, from that picture, which is not kept here. */
  at_vendor: z
    .object({
      user_journey_id: givenId,
      /** What the vendor calls the person. */
      owner: text(255).optional(),
      /** What else the vendor asks for, by its own names. */
      details: z
        .record(text(64), z.union([text(16_384), z.boolean(), z.record(text(64), text(16_384))]))
        .optional(),
    })
    .optional(),
  /** Default: the provider used where no journey names one. Required with `vendor_reference`. */
  provider: text(64).optional(),
  /** `null`: never, whatever the default is. */
  expires_on: givenTime.nullable().optional(),
})
export type AddFace = z.infer<typeof addFaceSchema>

export const updateFaceSchema = z.object({
  /** `FAILED`, and `ACTIVE` likewise, end a `REVIEW`. */
  status: z.enum(['ACTIVE', 'DISABLED', 'FAILED']).optional(),
  /** `null`: never. */
  expires_on: givenTime.nullable().optional(),
})
export type UpdateFace = z.infer<typeof updateFaceSchema>

const linkFields = {
  /** Absolute http(s) URL the person's browser returns to. */
  redirect_url: z
    .string()
    .max(2048)
    .refine(isWebUrl, { params: { code: 'invalid_format' } }),
  locale: languageTag.optional(),
  lifetime: linkLifetime.optional(),
}

export const createFaceEnrollmentSchema = z.object({
  ...linkFields,
  /** Decides which provider makes the reference. Default: the provider used where no journey names one. */
  user_journey_id: givenId.optional(),
  /** Adds the link as a QR code. */
  qr_code: z.boolean().default(false),
  /** Sends the link to the applicant's e-mail address. */
  send_activation_email: z.boolean().default(false),
})
export type CreateFaceEnrollment = z.infer<typeof createFaceEnrollmentSchema>

/** `redirect_url` and `locale` default to those of the link before. */
export const activateFaceSchema = z.object({
  redirect_url: linkFields.redirect_url.optional(),
  locale: linkFields.locale,
  lifetime: linkFields.lifetime,
})
export type ActivateFace = z.infer<typeof activateFaceSchema>
