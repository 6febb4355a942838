/** Bodies the partner's server sends. Wire shapes: Checkout.com Face Authentication API, sections 1–11. */
import * as z from 'zod'

const text = (max: number) => z.string().min(1).max(max)

export const createApplicantSchema = z.object({
  external_applicant_id: text(255).optional(),
  email: z.email().max(254).optional(),
  external_applicant_name: text(255).optional(),
})
export type CreateApplicant = z.infer<typeof createApplicantSchema>

/** JSON form; `multipart/form-data` carries the same picture in the part `image`. */
export const addFaceSchema = z.object({
  /** Standard base64 (RFC 4648 §4) of a JPEG or PNG; a `data:` prefix is accepted. */
  image: z.string().min(1),
})

export const createFaceAuthenticationSchema = z.object({
  applicant_id: text(64),
  user_journey_id: text(64),
})
export type CreateFaceAuthentication = z.infer<typeof createFaceAuthenticationSchema>

const isWebUrl = (value: string): boolean => {
  const url = URL.parse(value)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
}

export const createAttemptSchema = z.object({
  /** Absolute http(s) URL, no credentials in it. */
  redirect_url: z
    .string()
    .max(2048)
    .refine(isWebUrl, { params: { code: 'invalid_format' } }),
  client_information: z
    .object({
      /** ISO 3166-1 alpha-2. */
      pre_selected_residence_country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      /** BCP 47. */
      pre_selected_language: z
        .string()
        .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
        .max(35)
        .optional(),
    })
    .optional(),
})
export type CreateAttempt = z.infer<typeof createAttemptSchema>
