/** How an attempt went, for whoever has to explain it. Nothing here is for a decision. */
import * as z from 'zod'
import { RETRY_REASONS } from './capture-api.ts'
import { courseSchema } from './capture-course.ts'
import { consentRecordSchema } from './consent.ts'

/** Classes, no models: people with one phone in a thousand would be known by it. */
export const DEVICES = ['phone', 'tablet', 'desktop'] as const
export type Device = (typeof DEVICES)[number]

/** Where our page stands: framed by our script on the partner's, in a bare frame, or by itself. */
export const PAGE_SURFACES = ['script', 'iframe', 'redirect'] as const
export type PageSurface = (typeof PAGE_SURFACES)[number]
const SURFACES = [...PAGE_SURFACES, 'handoff'] as const

/** Request header of `GET /capture/session`. */
export const PAGE_SURFACE_HEADER = 'Capture-Surface'

const untold = 'As the browser calls itself, untrusted; absent where it says nothing that is known.'

/** What a `User-Agent` comes down to. */
const clientDeviceSchema = z.object({
  browser: z
    .object({
      name: z.string(),
      version: z.int().min(0).optional().meta({ description: 'Its first number.' }),
    })
    .optional()
    .meta({ description: untold, example: { name: 'Chrome', version: 139 } }),
  system: z.string().optional().meta({ description: untold, example: 'Android' }),
  device: z.enum(DEVICES).optional().meta({ description: untold }),
})
export type ClientDevice = z.output<typeof clientDeviceSchema>

/** Whose pictures these are about: after a hand-off, the device that took over. */
const attemptClientSchema = clientDeviceSchema.extend({
  surface: z.enum(SURFACES).optional().meta({
    description:
      '`handoff`: another device took the link over. `redirect`: a page of its own. `script`: in a frame that our script put on your page. `iframe`: in a bare frame. As the page says it, untrusted, but where the journey lets nobody frame it; absent where nobody says.',
  }),
})
export type AttemptClient = z.output<typeof attemptClientSchema>

export const LIVENESS_RESULTS = ['passed', 'failed', 'not_done'] as const
export type LivenessResult = (typeof LIVENESS_RESULTS)[number]
export const LIVENESS_METHODS = ['none', 'passive', 'active'] as const
export type LivenessMethod = (typeof LIVENESS_METHODS)[number]
/** Of the passive score, lowest first. What fails is `low` too. */
export const SCORE_BANDS = ['low', 'medium', 'high'] as const
export type ScoreBand = (typeof SCORE_BANDS)[number]

const livenessSchema = z
  .object({
    result: z.enum(LIVENESS_RESULTS),
    method: z.enum(LIVENESS_METHODS).meta({
      description:
        '`passive`: by the picture. `active`: by turns of the head as well. `none`: not asked for.',
    }),
    certified: z.literal(false).meta({ description: 'Not tested under ISO/IEC 30107-3.' }),
    model_id: z.string().optional(),
    score_band: z.enum(SCORE_BANDS).optional(),
  })
  .meta({ id: 'Liveness' })

/** Of an approval or a decline. */
export const decisionDetailsSchema = z
  .object({
    match_level: z.int().min(0).max(5).optional().meta({
      description: 'Reached by the picture, 0 for no match at any level; absent: the provider does not tell.',
    }),
    minimum_match_level: z.int().min(1).max(5).optional().meta({
      description: 'That the journey asked for at that time.',
    }),
    liveness: livenessSchema.optional().meta({
      description: 'Absent where a vendor takes the capture: it says no more than its verdict.',
    }),
  })
  .meta({ id: 'DecisionDetails' })
export type DecisionDetails = z.output<typeof decisionDetailsSchema>

export const attemptDetailsSchema = decisionDetailsSchema
  .extend({
    retry_reasons: z
      .array(z.object({ reason: z.enum(RETRY_REASONS), count: z.int().min(1) }))
      .optional()
      .meta({ description: 'Why pictures could not be used; a picture can have several.' }),
    tries: z.int().min(1).optional().meta({ description: 'Pictures that were looked at.' }),
    course: courseSchema.optional(),
    consent: consentRecordSchema.optional().meta({ description: 'What the person agreed to.' }),
    ...attemptClientSchema.shape,
  })
  .meta({ id: 'AttemptDetails' })
export type AttemptDetails = z.output<typeof attemptDetailsSchema>
