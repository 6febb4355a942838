/** What the partner API says about user journeys, API keys, OAuth clients and access tokens. */
import * as z from 'zod'
import { answerTime, idOf, linkSchema, livemode, times } from './answers.ts'
import { consentNoticeSchema } from './consent.ts'
import { journeyThresholdsSchema } from './journey-thresholds.ts'
import { REVIEW_POLICIES } from './reviews.ts'
import { SCOPES } from './scopes.ts'
import {
  ENROLMENT_MATCHES,
  journeyThemeSchema,
  LIVENESS_POLICIES,
  livenessStepUpSchema,
  lockoutSchema,
  PHOTO_UPLOADS,
  REPLAY_CHECKS,
} from './user-journeys.ts'

const own = z.object({ self: linkSchema })

const use = answerTime.optional().meta({ description: 'To within an hour.' })

const limits = {
  expires_on: answerTime.optional(),
  allowed_networks: z.array(z.string()).optional().meta({ description: 'Absent: everywhere.' }),
}

export const apiKeySchema = z
  .object({
    id: idOf('apiKey'),
    created_on: answerTime,
    livemode,
    name: z.string().optional(),
    scopes: z.array(z.enum(SCOPES)),
    last_four: z.string().optional(),
    ...limits,
    last_used_on: use,
    key: z.string().optional().meta({ description: 'Shown once, when the key is created.' }),
    _links: own,
  })
  .meta({ id: 'ApiKey' })

export const oauthClientSchema = z
  .object({
    id: idOf('oauthClient'),
    client_id: idOf('oauthClient'),
    created_on: answerTime,
    livemode,
    name: z.string().optional(),
    scopes: z.array(z.enum(SCOPES)),
    last_four: z.string(),
    ...limits,
    last_used_on: use,
    client_secret: z.string().optional().meta({ description: 'Shown once, when the client is created.' }),
    _links: own,
  })
  .meta({ id: 'OauthClient' })

export const userJourneySchema = z
  .object({
    id: idOf('userJourney'),
    ...times,
    livemode,
    name: z.string(),
    provider: z.string(),
    provider_setting_keys: z.array(z.string()),
    allowed_redirect_urls: z.array(z.string()),
    allowed_frame_origins: z.array(z.string()),
    theme: journeyThemeSchema,
    locale: z.string().optional(),
    retry_limit: z.int(),
    minimum_match_level: z.int().min(1).max(5),
    liveness_policy: z.enum(LIVENESS_POLICIES),
    liveness_step_up: livenessStepUpSchema.optional().meta({ description: 'Absent: never.' }),
    enrolment_match: z.enum(ENROLMENT_MATCHES),
    photo_upload: z.enum(PHOTO_UPLOADS).optional().meta({
      description: 'Absent: `never` for a face authentication, `fallback` for an enrolment.',
    }),
    replay_check: z.enum(REPLAY_CHECKS),
    lockout: lockoutSchema.optional().meta({ description: 'Absent: declines lock nobody.' }),
    review: z.enum(REVIEW_POLICIES),
    review_four_eyes: z.boolean(),
    retention_days: z.int(),
    metadata_retention_days: z.int().optional().meta({ description: 'Absent: kept.' }),
    liveness_evidence_days: z.int(),
    face_video: z.boolean(),
    one_to_n: z.boolean(),
    alternative_url: z.string().optional(),
    consent_notice: consentNoticeSchema.optional(),
    handoff: z.boolean(),
    copy: z.record(z.string(), z.string()),
    thresholds: journeyThresholdsSchema,
    _links: own,
  })
  .meta({ id: 'UserJourney' })

/** RFC 6749 §5.1. */
export const tokenSchema = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    scope: z.string(),
  })
  .meta({ id: 'AccessToken' })

/** RFC 6749 §5.2. */
export const tokenErrorSchema = z
  .object({
    error: z.enum(['invalid_request', 'invalid_client', 'unsupported_grant_type', 'invalid_scope']),
    error_description: z.string(),
    error_uri: z.url().optional(),
  })
  .meta({ id: 'TokenError' })
