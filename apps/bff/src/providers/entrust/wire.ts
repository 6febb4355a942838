/** Entrust IDaaS, as far as it is used. Unknown fields and values pass: they are mapped, or left. */
import * as z from 'zod'

const id = z.string().min(1)
/** RFC 3339, or the `+0000` of an older example. */
const time = z
  .string()
  .transform((text) => new Date(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')))
  .refine((date) => !Number.isNaN(date.getTime()))

export const adminTokenSchema = z.object({ authToken: id, creationTime: time, expirationTime: time })

/** `FaceAuthenticator`, and `FaceCreateResponse` with its activation. */
export const faceSchema = z.object({
  id,
  status: z.string().optional(),
  expiry: time.nullish(),
  activationUrl: z.string().nullish(),
  activationQRCode: z.string().nullish(),
})
export type WireFace = z.infer<typeof faceSchema>

/** Its fields are not published. */
export const faceSettingsSchema = z.record(z.string(), z.unknown())

/** What a face can be created from, by either version. The token's shape is not published: it is passed on as it is. */
export const createDetailsSchema = z.strictObject({
  applicantId: z.string().optional(),
  workflowRunId: z.string().optional(),
  deliverActivationEmail: z.boolean().optional(),
  returnQRCode: z.boolean().optional(),
  encryptedBiometricToken: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
})

export const startedSchema = z.object({
  token: id,
  /** Milliseconds. */
  time: z.number().optional(),
  expires: z.number().optional(),
  faceChallenge: z.object({
    device: z.string(),
    id: z.string().optional(),
    sdkToken: z.string().optional(),
    workflowRunId: z.string().optional(),
  }),
})
export type WireStarted = z.infer<typeof startedSchema>

/** The official SDK gives up where `status` is missing; here that is a status nobody knows. */
export const polledSchema = z.object({
  status: z.string().optional(),
  authenticationCompleted: z.boolean().optional(),
})
export type WirePolled = z.infer<typeof polledSchema>

export const errorSchema = z.object({ errorCode: z.string() })

/** What the capture script hands over. */
export const handedSchema = z.object({ event: z.enum(['complete', 'error', 'exit']) })

/** What is remembered of a capture; the token is the challenge's, not the browser's. */
export const stateSchema = z.object({ token: z.string(), userId: z.string(), endsOn: z.iso.datetime() })
export type EntrustState = z.infer<typeof stateSchema>
