/** What the applicant's browser and the BFF say to each other. Bearer token: the fragment of `verification_url`. */
import * as z from 'zod'
import { compiledMessageSchema } from './compiled-message.ts'
import { consentNoticeSchema } from './consent.ts'
import { journeyThresholdsSchema } from './journey-thresholds.ts'
import { languageTag } from './partner-api.ts'
import type { ResponseCode } from './response-codes.ts'
import { journeyThemeSchema, PHOTO_UPLOADS } from './user-journeys.ts'

/** Why a picture must be taken again; each has copy in the widget's catalogue. */
export const RETRY_REASONS = [
  'no_face',
  'several_faces',
  'face_too_small',
  'face_too_close',
  'face_turned',
  'face_blurry',
  'image_unreadable',
] as const
export type RetryReason = (typeof RETRY_REASONS)[number]

/** What a link closes with when every picture was unusable for that reason. */
export const RETRY_CODES = {
  no_face: 61410,
  several_faces: 61410,
  face_too_small: 61410,
  face_too_close: 61410,
  face_turned: 61410,
  face_blurry: 61401,
  image_unreadable: 61911,
} as const satisfies Record<RetryReason, ResponseCode>

const plainObject = z.record(z.string(), z.unknown())

/**
 * What to do with a message from the vendor's frame whose fields equal those of `match`; the first rule that fits
 * counts. `reply`: post `message` to the frame, to exactly its origin. `report`: hand the message to
 * `POST /capture/step` and do what the answer says.
 */
export const frameRuleSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('reply'), match: plainObject, message: plainObject }),
  z.object({ action: z.literal('report'), match: plainObject }),
])
export type FrameRule = z.infer<typeof frameRuleSchema>

/** Vendors' scripts the capture page knows how to run. */
export const VENDOR_SDKS = ['onfido', 'uqudo'] as const

/** The vendor's page, ours being left for it; it comes back by `/return/…`. */
const redirectStepSchema = z.object({ next: z.literal('redirect'), url: z.url() })

/** The vendor's page inside ours. */
const frameStepSchema = z.object({
  next: z.literal('frame'),
  url: z.url(),
  /** Messages count only from here, and from the frame's own window; replies go only there. */
  origin: z.string(),
  /** Permissions policy of the frame: `camera; fullscreen`. */
  allow: z.string(),
  /** Messages may come as objects or as JSON text. */
  rules: z.array(frameRuleSchema).max(10),
  /** Digits that open the same capture in the vendor's own app. */
  app_code: z.string().optional(),
})

/**
 * The vendor's script, in a frame of an origin of its own. What it hands over goes to `POST /capture/step`: `{event: 'complete', data}`,
 * `{event: 'error', code, data?}` or `{event: 'exit', reason}`.
 */
const vendorSdkStepSchema = z.object({
  next: z.literal('vendor_sdk'),
  sdk: z.enum(VENDOR_SDKS),
  script_url: z.url(),
  /** The document to run it in, in a frame: of an origin that is this capture's own. */
  frame_url: z.url().optional(),
  /** What the script is started with, by its own names. */
  options: plainObject,
})

/** Steps that a vendor takes part in. */
export const hostedStepSchema = z.discriminatedUnion('next', [
  redirectStepSchema,
  frameStepSchema,
  vendorSdkStepSchema,
])
export type HostedStep = z.infer<typeof hostedStepSchema>

/** The next thing the browser has to do. Never a score, never a verdict. */
export const nextSchema = z.discriminatedUnion('next', [
  z.object({ next: z.literal('capture') }),
  /**
   * Before the picture the head is to be turned: `POST /capture/challenge`. `again`: it was, and could not be seen well
   * enough to tell.
   */
  z.object({ next: z.literal('turn'), again: z.boolean().optional() }),
  /** A verdict is pending: ask `GET /capture/next` again in a second or two. */
  z.object({ next: z.literal('wait') }),
  redirectStepSchema,
  frameStepSchema,
  vendorSdkStepSchema,
  z.object({ next: z.literal('retry'), reasons: z.array(z.enum(RETRY_REASONS)).min(1) }),
  /** No `redirect_url`: the link was used, and whoever asks did not prove to be the browser in which it was. */
  z.object({ next: z.literal('done'), redirect_url: z.string().optional() }),
])
export type Next = z.infer<typeof nextSchema>

export const CAPTURE_MODES = ['selfie-upload', 'redirect', 'frame', 'vendor-sdk'] as const

/** Body of `POST /capture/consent`, all of it optional: for long there was none, and whatever came was taken. */
export const consentSchema = z.object({
  /** That the page speaks. */
  language: languageTag.optional(),
})

export const captureSessionSchema = z.object({
  /** What the picture is for; absent: `authentication`. An enrolment makes it the reference, nothing is compared. */
  purpose: z.enum(['authentication', 'enrolment']).optional(),
  /** Where the live picture is taken; absent: `selfie-upload`, by our page. The others follow once there is consent. */
  capture_mode: z.enum(CAPTURE_MODES).optional(),
  /** The attempt's id, or the enrolment's. */
  attempt_id: z.string(),
  /** `open`: capture may go on. The others: show why not; `next` is `done` with the way back. */
  link: z.enum(['open', 'used', 'expired', 'replaced']),
  next: nextSchema,
  /** Who asks, as shown to the person. */
  partner_name: z.string(),
  consent_given: z.boolean(),
  /** BCP 47, or null: use the browser's. */
  locale: z.string().nullable(),
  max_image_bytes: z.int(),
  /** Shown before the person agrees. `picture_days`: how long a picture is kept. */
  notice: consentNoticeSchema.extend({ picture_days: z.int().min(0) }).optional(),
  /** Whether the person may go on with another device. */
  handoff: z.boolean(),
  /** This link came from another device, which goes back to the partner once it is over: this one stays. */
  handed_over: z.boolean(),
  /** Colours, corners and logo of the user journey. */
  theme: journeyThemeSchema,
  /** The journey's texts in place of the page's own, by their key. */
  copy: z.record(z.string(), compiledMessageSchema),
  /** The journey's changes to the checks of the live picture. */
  thresholds: journeyThresholdsSchema,
  /** Whether a file may stand in for the camera. */
  photo_upload: z.enum(PHOTO_UPLOADS),
  /** A short video of the turns of the head is sent and kept, which the person has to be told; absent: none is. */
  turn_video: z.boolean().optional(),
  /** A way to the same end without a face. */
  alternative_url: z.string().nullable(),
  /** Files of the on-device engine: same origin, their path holds a hash of the content. `bytes`: before compression. */
  engine: z.object({
    files: z.array(z.object({ url: z.string(), sha256: z.string(), bytes: z.int() })),
  }),
})
export type CaptureSession = z.infer<typeof captureSessionSchema>

/** Why the person left; each maps to a response code. */
export const ABORT_REASONS = {
  not_ready: 61111,
  camera_access_refused: 61113,
  left: 61121,
  connection_insufficient: 61201,
  browser_not_supported: 61202,
  camera_not_found: 61203,
} as const
export type AbortReason = keyof typeof ABORT_REASONS

export const abortSchema = z.object({
  reason: z.enum(Object.keys(ABORT_REASONS) as [AbortReason, ...AbortReason[]]),
})

/** What the vendor's page or script handed to the browser, as it is. */
export const stepSchema = z.object({ handed: z.unknown() })

/** Error body of the capture API. */
export const captureErrorSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    /** The same request may succeed later. */
    retryable: z.boolean(),
    /** What the code means and what to do about it. */
    doc_url: z.url().optional(),
  })
  .meta({ id: 'CaptureError' })
export type CaptureError = z.infer<typeof captureErrorSchema>
