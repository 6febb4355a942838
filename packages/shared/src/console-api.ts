/** What the console's pages and the server say to each other. */
import * as z from 'zod'
import { answerTime, idOf, pageOf } from './answers.ts'
import { CONSOLE_ROLES, OPERATOR } from './console-roles.ts'
import { faceSchema } from './face-answers.ts'
import { MAX_COUNTED_REVIEWS } from './limits.ts'
import {
  applicantSchema,
  attemptSchema,
  faceAuthenticationSchema,
  lockoutStateSchema,
} from './partner-answers.ts'
import { emailAddress } from './partner-api.ts'
import { pictureQualitySchema } from './picture-quality.ts'
import { pictureSourceSchema } from './picture-source.ts'
import { REVIEW_CAUSES, REVIEW_OUTCOMES, reviewSchema } from './reviews.ts'
import { LIVENESS_POLICIES } from './user-journeys.ts'
import { eventSchema, webhookDeliverySchema } from './webhook-answers.ts'

export const inviteConsoleUserSchema = z.object({
  role: z.enum(CONSOLE_ROLES),
  name: z.string().trim().min(1).max(100),
})

export const createConsoleInviteSchema = inviteConsoleUserSchema.extend({
  email: emailAddress.optional().meta({
    description: 'Where the link is sent as well, and by which a sign-in provider knows them.',
  }),
})

/**
 * As addresses are kept and compared: letters of ASCII without their case. Others stay as they are, for Unicode has some that
 * become one of those.
 */
export const emailKeyOf = (email: string): string => email.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

export const changeConsoleUserSchema = inviteConsoleUserSchema.pick({ role: true })

/** 256 random bits, base64url: 43 characters. */
const inviteToken = z.string().max(64)

export const openInviteSchema = z.object({ token: inviteToken })

/** What a browser's authenticator answered; the server has it checked to the last byte. */
const credentialAnswer = z.looseObject({ id: z.string().max(2048), response: z.looseObject({}) })

export const acceptInviteSchema = z.object({ token: inviteToken, credential: credentialAnswer })
export const signInSchema = z.object({ credential: credentialAnswer })

/** Handed on to the browser as it is: `PublicKeyCredential…OptionsJSON` of WebAuthn 3 §5.1. */
export const passkeyOptionsSchema = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' })

const consoleTenantSchema = z.object({ id: idOf('tenant'), name: z.string() })

export const deskRoleSchema = z
  .enum([...CONSOLE_ROLES, OPERATOR])
  .meta({ description: '`operator`: at the desk of the installation, where no data of a tenant is.' })

export const switchTenantSchema = z.object({ tenant_id: z.string().max(64) })

export const consoleUserSchema = z
  .object({
    id: idOf('consoleUser'),
    name: z.string(),
    role: deskRoleSchema,
    tenant: consoleTenantSchema,
    tenants: z
      .array(consoleTenantSchema)
      .meta({ description: 'All that they work for, by name: the session is in `tenant`.' }),
    has_test_mode: z
      .boolean()
      .meta({ description: 'With `Visavis-Mode: test`, a request is about its data.' }),
  })
  .meta({ id: 'ConsoleUser' })
export type ConsoleUserView = z.output<typeof consoleUserSchema>

export const signInWaysSchema = z
  .object({
    single_sign_on: z
      .object({ name: z.string() })
      .optional()
      .meta({ description: "The operator's sign-in provider; absent: there is none." }),
  })
  .meta({ id: 'ConsoleSignInWays' })
export type SignInWaysView = z.output<typeof signInWaysSchema>

export const startedSignOnSchema = z
  .object({ url: z.url().meta({ description: 'Of the provider.' }) })
  .meta({ id: 'StartedConsoleSignOn' })
export type StartedSignOnView = z.output<typeof startedSignOnSchema>

export const finishSignOnSchema = z.object({
  answer: z.string().max(4096).meta({ description: 'The query string of the address that it sent it to.' }),
})

export const finishedSignOnSchema = z
  .object({ purpose: z.enum(['sign_in', 'step_up']), user: consoleUserSchema })
  .meta({ id: 'FinishedConsoleSignOn' })
export type FinishedSignOnView = z.output<typeof finishedSignOnSchema>

const teamMemberSchema = z
  .object({
    ...consoleUserSchema.omit({ tenant: true, tenants: true, has_test_mode: true }).shape,
    role: z.enum(CONSOLE_ROLES),
    email: z.string().optional().meta({ description: 'By which they were invited.' }),
    created_on: answerTime,
    last_sign_in_on: answerTime.optional().meta({ description: 'Absent: never.' }),
    passkeys: z.int().min(0).meta({ description: 'How many of them open the console for this user.' }),
  })
  .meta({ id: 'ConsoleTeamMember' })

const openInviteViewSchema = z
  .object({
    id: idOf('consoleInvite'),
    name: z.string(),
    role: z.enum(CONSOLE_ROLES),
    email: z.string().optional(),
    created_on: answerTime,
    expires_on: answerTime,
  })
  .meta({ id: 'OpenConsoleInvite', description: 'Good until then. The link itself is not kept.' })

export const consoleTeamSchema = z
  .object({
    users: z.array(teamMemberSchema),
    invites: z.array(openInviteViewSchema),
    can_mail: z.boolean().meta({ description: 'Whether this server sends e-mail.' }),
    can_sign_on: z.boolean().meta({ description: 'Whether an e-mail address is enough to be let in by.' }),
  })
  .meta({ id: 'ConsoleTeam' })
export type ConsoleTeamView = z.output<typeof consoleTeamSchema>

export const createdConsoleInviteSchema = z
  .object({
    url: z.url().meta({ description: 'Opens once. Shown this once.' }),
    expires_on: answerTime,
  })
  .meta({ id: 'CreatedConsoleInvite' })
export type CreatedConsoleInviteView = z.output<typeof createdConsoleInviteSchema>

export const consoleJourneySchema = z
  .object({
    id: idOf('userJourney'),
    name: z.string(),
    provider: z.string(),
    minimum_match_level: z.int().min(1).max(5),
    liveness_policy: z.enum(LIVENESS_POLICIES),
  })
  .meta({ id: 'ConsoleJourney' })
export type ConsoleJourneyView = z.output<typeof consoleJourneySchema>

const consolePictureSchema = z
  .object({
    id: idOf('asset'),
    kind: z.enum(['selfie', 'filmstrip', 'video']).meta({
      description: 'A picture of a face; all frames of the turns of the head in one picture; a video.',
    }),
    created_on: answerTime,
    source: pictureSourceSchema.optional(),
    quality: pictureQualitySchema.optional(),
  })
  .meta({ id: 'ConsolePicture', description: 'That there is one. To see it is a call of its own.' })

const consoleReferenceSchema = z
  .object({ face: faceSchema, pictures: z.array(consolePictureSchema) })
  .meta({ id: 'ConsoleReference', description: 'A face on file, to look at beside a selfie.' })

export const consoleAuthenticationSchema = z
  .object({
    authentication: faceAuthenticationSchema,
    applicant: applicantSchema.optional(),
    user_journey: consoleJourneySchema.optional(),
    attempts: z.array(z.object({ attempt: attemptSchema, pictures: z.array(consolePictureSchema) })),
    references: z.array(consoleReferenceSchema).meta({ description: 'Those of today with a picture here.' }),
    events: z.array(z.object({ event: eventSchema, deliveries: z.array(webhookDeliverySchema) })),
  })
  .meta({ id: 'ConsoleAuthentication' })
export type ConsoleAuthenticationView = z.output<typeof consoleAuthenticationSchema>

const subjectId = z.union([idOf('faceAuthentication'), idOf('face')])

const consoleReviewItemSchema = z
  .object({
    subject_id: subjectId,
    cause: z.enum(REVIEW_CAUSES),
    created_on: answerTime,
    applicant_id: idOf('applicant'),
    user_journey_id: idOf('userJourney').optional(),
    four_eyes: z.boolean(),
  })
  .meta({ id: 'ConsoleReviewItem' })

export const consoleReviewsSchema = z
  .object({
    ...pageOf(consoleReviewItemSchema).shape,
    count: z
      .int()
      .min(0)
      .max(MAX_COUNTED_REVIEWS)
      .meta({ description: 'Of all that wait; the most that is counted: more.' }),
  })
  .meta({ id: 'ConsoleReviews' })
export type ConsoleReviewsView = z.output<typeof consoleReviewsSchema>

const consoleOpinionSchema = z
  .object({
    reviewer: z
      .string()
      .optional()
      .meta({ description: 'Name of the user; absent: a key, or somebody who is gone.' }),
    outcome: z.enum(REVIEW_OUTCOMES),
    reason_code: z.string(),
    reason: z.string().optional(),
    created_on: answerTime,
  })
  .meta({ id: 'ConsoleOpinion' })

export const consoleReviewSchema = z
  .object({
    ...consoleReviewItemSchema.shape,
    review: reviewSchema,
    has_reviewed: z.boolean().meta({ description: 'Whoever asks has said what they think.' }),
    opinions: z
      .array(consoleOpinionSchema)
      .meta({ description: 'Once it is settled: until then nobody is told what others think.' }),
    applicant: applicantSchema.optional(),
    user_journey: consoleJourneySchema.optional(),
    authentication: faceAuthenticationSchema.optional(),
    attempts: z.int().min(0).meta({ description: 'How often the person has tried.' }),
    attempt: attemptSchema.optional().meta({ description: 'The one that was decided.' }),
    face: faceSchema.optional().meta({ description: 'The one that waits.' }),
    pictures: z.array(consolePictureSchema),
    references: z.array(consoleReferenceSchema),
  })
  .meta({ id: 'ConsoleReview' })
export type ConsoleReviewView = z.output<typeof consoleReviewSchema>

/** Whether somebody was anonymized, the wire object of an applicant does not say. */
export const consoleApplicantSchema = z
  .object({
    applicant: applicantSchema,
    anonymized_on: answerTime.optional(),
    faces: z.array(faceSchema),
    lockout: lockoutStateSchema,
  })
  .meta({ id: 'ConsoleApplicant' })
export type ConsoleApplicantView = z.output<typeof consoleApplicantSchema>

export const webhookTestSchema = z
  .object({
    event_id: idOf('event'),
    duration_ms: z.int().min(0),
    response_status: z.int().optional(),
    error: z.string().optional().meta({ description: 'Absent: it was taken.' }),
  })
  .meta({ id: 'WebhookTest' })
export type WebhookTestView = z.output<typeof webhookTestSchema>
