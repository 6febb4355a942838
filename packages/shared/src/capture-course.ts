/** What the capture page tells of how it goes. It counts for nothing: nobody is decided on by it. */
import { FAILURE_CODES, type FailureCode } from '@visavis/face-quality/failure-codes'
import * as z from 'zod'

/** What a person is in front of. */
export const COURSE_STEPS = [
  'start',
  'camera_prompt',
  'camera',
  'turn',
  'camera_denied',
  'sending',
  'waiting',
  'retry',
  'vendor',
  'problem',
] as const
export type CourseStep = (typeof COURSE_STEPS)[number]

/** Why there was no picture of the camera, as the widget's `CameraFailure`. */
export const CAMERA_FAILURES = [
  'refused',
  'system',
  'policy',
  'insecure',
  'missing',
  'busy',
  'unsupported',
] as const
export type CameraFailureReason = (typeof CAMERA_FAILURES)[number]

/** A camera of low resolution is nothing the person can mend, so it is never told. */
type ToldFailure = Exclude<FailureCode, 'low_resolution'>
const isTold = (code: FailureCode): code is ToldFailure => code !== 'low_resolution'

/** What the person was told at the camera. */
export const GUIDANCE_CODES = [
  ...FAILURE_CODES.filter(isTold),
  'hold_still',
  'starting',
  'manual',
] as const satisfies readonly (ToldFailure | 'hold_still' | 'starting' | 'manual')[]
export type ToldGuidance = (typeof GUIDANCE_CODES)[number]

/** Events in one report. */
export const MAX_COURSE_EVENTS = 40
/** Reports that are taken of one attempt; later ones are ignored. */
export const MAX_COURSE_REPORTS = 60
/** Longest time that one event may tell of: nobody is silent for longer. */
export const MAX_COURSE_MS = 600_000

const ms = z.int().min(0).max(MAX_COURSE_MS)

export const courseEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('step'), step: z.enum(COURSE_STEPS), ms }),
  z.strictObject({ type: z.literal('guidance'), code: z.enum(GUIDANCE_CODES), ms }),
  z.strictObject({
    type: z.literal('camera_ready'),
    lines: z.int().min(0).max(20_000).meta({ description: 'Shorter side of its picture, in pixels.' }),
  }),
  z.strictObject({ type: z.literal('camera_failed'), reason: z.enum(CAMERA_FAILURES) }),
])
export type CourseEvent = z.output<typeof courseEventSchema>

export const courseReportSchema = z.strictObject({
  events: z.array(courseEventSchema).min(1).max(MAX_COURSE_EVENTS),
})

const seconds = z.number().min(0).meta({ description: 'In seconds.' })

/** As the partner and the console read it. */
export const courseSchema = z
  .object({
    steps: z.array(z.object({ step: z.enum(COURSE_STEPS), seconds })).optional(),
    guidance: z.array(z.object({ code: z.enum(GUIDANCE_CODES), seconds })).optional(),
    camera_failures: z.array(z.object({ reason: z.enum(CAMERA_FAILURES), count: z.int().min(1) })).optional(),
    camera_lines: z.int().optional().meta({
      description: 'Shorter side of its picture, down to the next of 240, 480, 720, 1080, 1440 and 2160.',
    }),
  })
  .meta({
    id: 'Course',
    description:
      'How the capture went, as its page tells it: untrusted, no part of the decision. How long each step stood and each hint was shown, and why there was no camera.',
  })
export type CourseView = z.output<typeof courseSchema>
