/** What the console's pages and the server say to each other. */
import * as z from 'zod'
import { answerTime, idOf } from './answers.ts'
import { CONSOLE_ROLES } from './console-roles.ts'
import { applicantSchema, attemptSchema, faceAuthenticationSchema } from './partner-answers.ts'
import { pictureQualitySchema } from './picture-quality.ts'
import { pictureSourceSchema } from './picture-source.ts'
import { LIVENESS_POLICIES } from './user-journeys.ts'
import { eventSchema, webhookDeliverySchema } from './webhook-answers.ts'

export const inviteConsoleUserSchema = z.object({
  role: z.enum(CONSOLE_ROLES),
  name: z.string().trim().min(1).max(100),
})

/** 256 random bits, base64url: 43 characters. */
const inviteToken = z.string().max(64)

export const openInviteSchema = z.object({ token: inviteToken })

/** What a browser's authenticator answered; the server has it checked to the last byte. */
const credentialAnswer = z.looseObject({ id: z.string().max(2048), response: z.looseObject({}) })

export const acceptInviteSchema = z.object({ token: inviteToken, credential: credentialAnswer })
export const signInSchema = z.object({ credential: credentialAnswer })

/** Handed on to the browser as it is: `PublicKeyCredential…OptionsJSON` of WebAuthn 3 §5.1. */
export const passkeyOptionsSchema = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' })

export const consoleUserSchema = z
  .object({
    id: idOf('consoleUser'),
    name: z.string(),
    role: z.enum(CONSOLE_ROLES),
    tenant: z.object({ id: idOf('tenant'), name: z.string() }),
  })
  .meta({ id: 'ConsoleUser' })
export type ConsoleUserView = z.output<typeof consoleUserSchema>

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

export const consoleAuthenticationSchema = z
  .object({
    authentication: faceAuthenticationSchema,
    applicant: applicantSchema.optional(),
    user_journey: consoleJourneySchema.optional(),
    attempts: z.array(z.object({ attempt: attemptSchema, pictures: z.array(consolePictureSchema) })),
    events: z.array(z.object({ event: eventSchema, deliveries: z.array(webhookDeliverySchema) })),
  })
  .meta({ id: 'ConsoleAuthentication' })
export type ConsoleAuthenticationView = z.output<typeof consoleAuthenticationSchema>
