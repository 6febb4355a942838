/** Bodies the partner's server sends. Wire shapes: Checkout.com Face Authentication API, sections 1–11. */
import * as z from 'zod'
import { toPlainId } from './ids.ts'
import { MAX_LINK_LIFETIME_S, MIN_LINK_LIFETIME_S } from './limits.ts'

const text = (max: number) => z.string().min(1).max(max)

/** An id in a body, in whatever case. */
export const givenId = text(64).transform(toPlainId)

/** RFC 3339 with an offset. */
export const givenTime = z.iso
  .datetime({ offset: true })
  .max(64)
  .transform((value) => new Date(value))

/**
 * One `@`, before it what RFC 5321 §4.1.2 and RFC 6531 §3.3 allow unquoted, after it a host name with a dot: in ASCII
 * (`xn--…`) or in its own letters. Whether mail arrives there only sending tells.
 */
const EMAIL =
  /^(?!\.)(?!.*\.\.)[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_`{|}~-]+(?<!\.)@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])$/u

export const emailAddress = z.email({ pattern: EMAIL }).max(254)

export const createApplicantSchema = z.object({
  external_applicant_id: text(255).optional(),
  email: emailAddress.optional(),
  external_applicant_name: text(255).optional(),
})
export type CreateApplicant = z.infer<typeof createApplicantSchema>

/** The external id cannot be changed. */
export const updateApplicantSchema = createApplicantSchema
  .omit({ external_applicant_id: true })
  .extend({ external_applicant_id: z.never().optional() })
export type UpdateApplicant = z.infer<typeof updateApplicantSchema>

export const createFaceAuthenticationSchema = z.object({
  applicant_id: givenId,
  user_journey_id: givenId,
})
export type CreateFaceAuthentication = z.infer<typeof createFaceAuthenticationSchema>

/** An absolute http(s) URL without credentials. */
export const isWebUrl = (value: string): boolean => {
  const url = URL.parse(value)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return false
  return url.username === '' && url.password === ''
}

/** Absolute http(s) URL, no credentials in it. */
export const webUrl = z
  .string()
  .max(2048)
  .refine(isWebUrl, { params: { code: 'invalid_format' } })
  .meta({ format: 'uri' })

/** BCP 47. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
  .max(35)

/** How long a link may wait to be opened, in seconds. */
export const linkLifetime = z.int().min(MIN_LINK_LIFETIME_S).max(MAX_LINK_LIFETIME_S)

export const createAttemptSchema = z.object({
  /** Has to be on the user journey's list. */
  redirect_url: webUrl,
  client_information: z
    .object({
      /** ISO 3166-1 alpha-2. */
      pre_selected_residence_country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      pre_selected_language: languageTag.optional(),
    })
    .optional(),
  /** Language of the capture page; goes before `pre_selected_language`. */
  locale: languageTag.optional(),
  lifetime: linkLifetime.optional(),
  /** Adds 8 digits that open the link when typed at `/code`, on any device. */
  generate_digit_string: z.boolean().default(false),
})
export type CreateAttempt = z.infer<typeof createAttemptSchema>
