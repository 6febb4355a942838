/** Bodies of `/user-journeys`. Unknown fields are refused: a misspelt setting must not pass unnoticed. */
import * as z from 'zod'
import { consentNoticeSchema } from './consent.ts'
import { journeyThresholdsSchema } from './journey-thresholds.ts'
import { MAX_LIVENESS_EVIDENCE_DAYS, MAX_LOCKOUT_DECLINES, MAX_LOCKOUT_S } from './limits.ts'
import { languageTag, webUrl } from './partner-api.ts'
import { REVIEW_POLICIES } from './reviews.ts'

const MAX_LOGO_CHARACTERS = 40_000

/** `#rrggbb` */
const colorSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/)

/** How the capture page looks and sounds. The logo is a data address: the page loads nothing from any other host. */
export const journeyThemeSchema = z.strictObject({
  logo: z
    .string()
    .max(MAX_LOGO_CHARACTERS)
    .regex(/^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/)
    .optional(),
  colors: z
    .strictObject({
      accent: colorSchema.optional(),
      accent_text: colorSchema.optional(),
      background: colorSchema.optional(),
      text: colorSchema.optional(),
    })
    .optional(),
  /** Of corners, in CSS pixels. */
  radius: z.int().min(0).max(32).optional(),
  /** Whether guidance is spoken, with tones, until the person switches it off. */
  sound: z.boolean().optional(),
})
export type JourneyTheme = z.infer<typeof journeyThemeSchema>

/**
 * Whether there has to be a living face. `passive`: the server looks at the picture. `active`: the head is turned first, as
 * the server deals it out. Both are measured and certified by nobody. `required`: what the provider claims for itself.
 */
export const LIVENESS_POLICIES = ['none', 'passive', 'active', 'required'] as const
export type LivenessPolicy = (typeof LIVENESS_POLICIES)[number]

/**
 * What makes a look at the picture not enough. `new_device`: the applicant was never let in by that browser.
 * `low_passive_score`: it passed, in the lowest band. `photo_source`: it is a file. `repeated_declines`: as the risk label.
 */
export const STEP_UP_REASONS = [
  'repeated_declines',
  'new_device',
  'low_passive_score',
  'photo_source',
] as const

/** When somebody on a journey that asks for `passive` has to turn the head all the same. */
export const livenessStepUpSchema = z.strictObject({
  from: z.literal('passive'),
  to: z.literal('active'),
  when: z.array(z.enum(STEP_UP_REASONS)).min(1).max(STEP_UP_REASONS.length),
})
export type LivenessStepUp = z.infer<typeof livenessStepUpSchema>

/**
 * What becomes of a new face of an applicant who has one. `required`: it is used where the two match, and goes to
 * `REVIEW` where not. `review`: it always does. `off`: it is used.
 */
export const ENROLMENT_MATCHES = ['required', 'review', 'off'] as const
export type EnrolmentMatch = (typeof ENROLMENT_MATCHES)[number]

/** Whether a picture may be a file: never, where the camera does not work, or instead of it. */
export const PHOTO_UPLOADS = ['never', 'fallback', 'always'] as const
export type PhotoUpload = (typeof PHOTO_UPLOADS)[number]

/** Whether a copy of a picture that is already here is refused. `off` is for tests whose camera plays a film. */
export const REPLAY_CHECKS = ['refuse', 'off'] as const
export type ReplayCheck = (typeof REPLAY_CHECKS)[number]

/** Where a journey says nothing. */
export const DEFAULT_PHOTO_UPLOAD = {
  authentication: 'never',
  enrolment: 'fallback',
} as const satisfies Record<string, PhotoUpload>

/** All in seconds, but for `declines`. */
export const lockoutSchema = z.strictObject({
  /** So many within `window` lock the applicant. */
  declines: z.int().min(1).max(MAX_LOCKOUT_DECLINES),
  window: z.int().min(60).max(MAX_LOCKOUT_S),
  /** How long the lock lasts. */
  for: z.int().min(60).max(MAX_LOCKOUT_S),
})
export type LockoutPolicy = z.infer<typeof lockoutSchema>

const DAY_S = 24 * 60 * 60
/** NIST SP 800-63B-4 §3.2.3 takes five wrong faces in a row. */
export const DEFAULT_LOCKOUT: LockoutPolicy = { declines: 5, window: DAY_S, for: DAY_S }

const settingNameSchema = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)
const settingSchema = z.union([z.string().max(16_384), z.number(), z.boolean()])

/** What a provider needs to know, credentials included. Write-only: answers name the keys that are set, no more. */
export type ProviderSettings = Record<string, z.infer<typeof settingSchema>>

/** ICU MessageFormat by key: `start.title`, or `de.start.title` for one language only. */
const journeyCopySchema = z
  .record(z.string().regex(/^[A-Za-z][\w.-]{0,99}$/), z.string().min(1).max(2000))
  .refine((copy) => Object.keys(copy).length <= 200, { params: { code: 'too_long' } })

const fields = {
  /** For people: shown in lists, never to an applicant. */
  name: z.string().min(1).max(100),
  provider: z.string().min(1).max(64),
  /** Origin and path prefix, e.g. `https://shop.example/signin`. An empty list allows nothing. */
  allowed_redirect_urls: z.array(z.string().max(2048)).max(50),
  /** Exact origins that may frame the capture page, e.g. `https://shop.example`. */
  allowed_frame_origins: z.array(z.string().max(255)).max(50),
  theme: journeyThemeSchema,
  /** Used when an attempt names no language. `null`: the browser's. */
  locale: languageTag.nullable(),
  /** Attempts that may fail before a face authentication ends `inconclusive`. */
  retry_limit: z.int().min(1).max(20),
  /** 1 (loose) – 5 (strict); a match below it is declined. */
  minimum_match_level: z.int().min(1).max(5),
  liveness_policy: z.enum(LIVENESS_POLICIES),
  /** `null`: never. */
  liveness_step_up: livenessStepUpSchema.nullable(),
  enrolment_match: z.enum(ENROLMENT_MATCHES),
  /** `null`: `never` for a face authentication, `fallback` for an enrolment. */
  photo_upload: z.enum(PHOTO_UPLOADS).nullable(),
  replay_check: z.enum(REPLAY_CHECKS),
  /** What declined face authentications of one applicant, of whichever journey, lead to. `null`: nothing. */
  lockout: lockoutSchema.nullable(),
  review: z.enum(REVIEW_POLICIES),
  /** Whether a review, of faces too, takes two users of the console who agree. */
  review_four_eyes: z.boolean(),
  /** Days that the pictures of an attempt are kept once it is over. */
  retention_days: z.int().min(0).max(3650),
  /**
   * Days that attempts keep what they say beside the decision (address of the browser, language, country, what follows `?`
   * in `redirect_url`) once they are over. `null`: as long as the decision.
   */
  metadata_retention_days: z.int().min(1).max(3650).nullable(),
  /** Days that an attempt keeps what was judged of its turns of the head, and its videos. 0: not at all. */
  liveness_evidence_days: z.int().min(0).max(MAX_LIVENESS_EVIDENCE_DAYS),
  /** Whether videos are kept, for as long: of a turn of the head, or what a vendor hands out. */
  face_video: z.boolean(),
  /** Whether enrolled faces can be searched (1:N). */
  one_to_n: z.boolean(),
  /** A way to the same end without a face (EN 301 549 §5.3), offered on the capture page. */
  alternative_url: webUrl.nullable(),
  /** Whom the person deals with, shown before they agree. `null`: the page says who asks, and no more. */
  consent_notice: consentNoticeSchema.nullable(),
  /** Whether a capture may continue on a phone. */
  handoff: z.boolean(),
  /** Texts that replace those of the capture page's catalogue, by their key: ICU MessageFormat. */
  copy: journeyCopySchema,
  /** Checks of the live picture that differ from their defaults. */
  thresholds: journeyThresholdsSchema,
}

export const createUserJourneySchema = z.strictObject({
  ...fields,
  provider_settings: z.record(settingNameSchema, settingSchema).default({}),
  allowed_redirect_urls: fields.allowed_redirect_urls.default([]),
  allowed_frame_origins: fields.allowed_frame_origins.default([]),
  theme: fields.theme.default({}),
  locale: fields.locale.default(null),
  retry_limit: fields.retry_limit.default(3),
  /** On the embedded engine level 3 is a false match rate of 1e-4, see docs/accuracy.md. */
  minimum_match_level: fields.minimum_match_level.default(3),
  /** Left out: what its provider asks for, `active` on the embedded engine. */
  liveness_policy: fields.liveness_policy.optional().meta({
    description: 'Left out: `active` on the embedded engine, `none` on every other provider.',
  }),
  liveness_step_up: fields.liveness_step_up.default(null),
  enrolment_match: fields.enrolment_match.default('required'),
  photo_upload: fields.photo_upload.default(null),
  replay_check: fields.replay_check.default('refuse'),
  lockout: fields.lockout.default(DEFAULT_LOCKOUT),
  review: fields.review.default('off'),
  review_four_eyes: fields.review_four_eyes.default(false),
  retention_days: fields.retention_days.default(30),
  metadata_retention_days: fields.metadata_retention_days.default(null),
  liveness_evidence_days: fields.liveness_evidence_days.default(0),
  face_video: fields.face_video.default(false),
  one_to_n: fields.one_to_n.default(false),
  alternative_url: fields.alternative_url.default(null),
  consent_notice: fields.consent_notice.default(null),
  handoff: fields.handoff.default(true),
  copy: fields.copy.default({}),
  thresholds: fields.thresholds.default({}),
})
export type CreateUserJourney = z.infer<typeof createUserJourneySchema>

/**
 * What is left out stays as it is. `provider_settings` are merged (RFC 7396): `null` removes one; naming another
 * provider drops those of the one before. Lists, `theme`, `copy`, `thresholds`, `lockout`, `consent_notice`
 * and `liveness_step_up` are replaced as a whole.
 */
export const updateUserJourneySchema = z
  .strictObject({
    ...fields,
    provider_settings: z.record(settingNameSchema, settingSchema.nullable()),
  })
  .partial()
export type UpdateUserJourney = z.infer<typeof updateUserJourneySchema>
