/** What callers send, as far as the vendor's page tells. Fields that do nothing here are taken and left. */
import * as z from 'zod'

const livenessCheckSchema = z.object({
  type: z.literal('LIVENESS'),
  config: z.object({ liveness_type: z.enum(['STATIC', 'ZOOM']), max_retries: z.int().min(1) }),
})
const comparisonCheckSchema = z.object({
  type: z.literal('FACE_COMPARISON'),
  config: z.object({ manual_check: z.literal('NEVER') }),
})

const TOPICS = [
  'RESOURCE_UPDATE',
  'TASK_COMPLETION',
  'CHECK_COMPLETION',
  'SESSION_COMPLETION',
  'CLIENT_SESSION_TOKEN_DELETED',
] as const
export type Topic = (typeof TOPICS)[number]

/** HTTPS only, as the vendor says; a server under test on this machine has none. */
const isDeliverable = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname)
}

const notificationsSchema = z.object({
  endpoint: z.url({ protocol: /^https?$/ }).refine(isDeliverable),
  topics: z.array(z.string().toUpperCase().pipe(z.enum(TOPICS))).default(['SESSION_COMPLETION']),
  auth_type: z.enum(['BASIC', 'BEARER']).default('BASIC'),
  auth_token: z.string().optional(),
})
export type Notifications = z.output<typeof notificationsSchema>

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/)
const sdkConfigSchema = z.looseObject({
  success_url: z.url().optional(),
  error_url: z.url().optional(),
  privacy_policy_url: z.url().optional(),
  locale: z.string().optional(),
  primary_colour: colour.optional(),
  secondary_colour: colour.optional(),
  font_colour: colour.optional(),
  brand_id: z.string().optional(),
  allow_handoff: z.boolean().optional(),
  biometric_consent_flow: z.enum(['EARLY', 'JUST_IN_TIME']).optional(),
  suppressed_screens: z.array(z.string()).optional(),
})

/** The TTL must exceed 300 s, and pictures stay for 24 h more than it at least. */
const MIN_TTL_S = 301
const DEFAULT_TTL_S = 600
const DAY_S = 86_400

export const createSessionSchema = z
  .object({
    client_session_token_ttl: z.int().min(MIN_TTL_S).optional(),
    session_deadline: z.iso.datetime({ offset: true }).optional(),
    resources_ttl: z.int().optional(),
    user_tracking_id: z.string().optional(),
    notifications: notificationsSchema.optional(),
    requested_checks: z
      .array(z.discriminatedUnion('type', [livenessCheckSchema, comparisonCheckSchema]))
      .min(1),
    requested_tasks: z.array(z.never()).optional(),
    required_documents: z.array(z.never()).optional(),
    sdk_config: sdkConfigSchema.optional(),
    block_biometric_consent: z.boolean().optional(),
  })
  .superRefine((spec, context) => {
    const wrong = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message })
    const { client_session_token_ttl: ttl, session_deadline: deadline, resources_ttl: resources } = spec
    if (ttl !== undefined && deadline !== undefined)
      wrong('session_deadline', 'not both a TTL and a deadline')
    if (resources !== undefined && resources < (ttl ?? DEFAULT_TTL_S) + DAY_S)
      wrong('resources_ttl', 'must be at least 24 hours longer than the session')
    const types = spec.requested_checks.map(({ type }) => type)
    if (new Set(types).size < types.length) wrong('requested_checks', 'each check once')
  })
export type SessionSpec = z.output<typeof createSessionSchema>

/** In seconds from now. */
export const toLifetimes = (spec: SessionSpec, now: Date): { tokenS: number; resourcesS: number } => {
  const deadline = spec.session_deadline
  const tokenS =
    deadline === undefined
      ? (spec.client_session_token_ttl ?? DEFAULT_TTL_S)
      : Math.floor((new Date(deadline).getTime() - now.getTime()) / 1000)
  return { tokenS, resourcesS: spec.resources_ttl ?? tokenS + DAY_S }
}

export const createFaceCaptureSchema = z.object({ requirement_id: z.string().min(1) })
export const attachApplicantSchema = z.object({ applicant_id: z.string().min(1) })

const ownFaceSchema = z.object({ data: z.string().min(1) })
const earlierFaceSchema = z.object({
  source: z.object({ session_id: z.string().min(1), media_id: z.string().min(1) }),
})
export const createApplicantSchema = z.object({ face: ownFaceSchema.optional() })
export const addFaceSchema = z.object({ face: z.union([ownFaceSchema, earlierFaceSchema]) })
