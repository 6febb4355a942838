/** What the console's overview asks and hears. Each number stands for a list: the same words filter both. */
import * as z from 'zod'
import { answerTime } from './answers.ts'
import { DEVICES, LIVENESS_RESULTS } from './attempt-details.ts'
import { RETRY_REASONS } from './capture-api.ts'
import { CAMERA_FAILURES, GUIDANCE_CODES } from './capture-course.ts'
import { listFaceAuthenticationsSchema } from './lists-api.ts'
import { AUTHENTICATION_STATUSES } from './statuses.ts'

/** How far somebody came, in order; who reached one has passed those before. */
export const FUNNEL_STEPS = ['created', 'opened', 'agreed', 'camera', 'captured', 'decided'] as const
export type FunnelStep = (typeof FUNNEL_STEPS)[number]

/** A year and a day. */
export const MAX_OVERVIEW_DAYS = 366
export const DEFAULT_OVERVIEW_DAYS = 7

const word = z
  .string()
  .min(1)
  .max(64)
  .refine((value) => !value.includes('\0'))
  .optional()

const attemptFilters = {
  browser: word.meta({ description: 'Of an attempt: its name, `Safari`.' }),
  system: word.meta({ description: 'Of an attempt: its name, `iOS`.' }),
  device: z.enum(DEVICES).optional().meta({ description: 'Of an attempt.' }),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .meta({ description: "Of an attempt: the region of its locale, else the person's country." }),
}

const lists = listFaceAuthenticationsSchema.shape

/** Face authentications created in a span. */
export const readOverviewSchema = z.object({
  created_after: lists.created_after,
  created_before: lists.created_before,
  user_journey_id: lists.user_journey_id,
  provider: lists.provider,
  ...attemptFilters,
})

/** The list behind a number. */
export const listConsoleFaceAuthenticationsSchema = listFaceAuthenticationsSchema.extend({
  ...attemptFilters,
  reached: z.enum(FUNNEL_STEPS).optional().meta({ description: 'Came that far, or further.' }),
  stopped_at: z.enum(FUNNEL_STEPS).optional().meta({ description: 'Came that far and no further.' }),
  retry_reason: z.enum(RETRY_REASONS).optional(),
  guidance: z.enum(GUIDANCE_CODES).optional().meta({ description: 'The page showed it.' }),
  camera_failure: z.enum(CAMERA_FAILURES).optional(),
  liveness: z.enum(LIVENESS_RESULTS).optional().meta({ description: 'Of the decision.' }),
})

const count = z.int().min(0)

const groupSchema = z
  .object({
    /** Of a journey its id. */
    value: z.string(),
    total: count,
    approved: count,
    declined: count,
  })
  .meta({ id: 'OverviewGroup' })

export const PROVIDER_STATES = ['idle', 'ok', 'failing'] as const

export const overviewSchema = z
  .object({
    created_after: answerTime,
    created_before: answerTime,
    total: count,
    statuses: z.array(z.object({ status: z.enum(AUTHENTICATION_STATUSES), count })),
    response_codes: z.array(z.object({ code: z.int(), count })),
    funnel: z.array(
      z.object({
        step: z.enum(FUNNEL_STEPS),
        reached: count,
        stopped: count.meta({ description: 'Of those who reached it: how many went no further.' }),
      }),
    ),
    to_complete: z
      .object({ count, p50_seconds: z.number(), p95_seconds: z.number() })
      .optional()
      .meta({ description: 'From the link that is opened to the decision.' }),
    series: z.object({
      seconds: z.int().min(1).meta({ description: 'Length of a part.' }),
      parts: z.array(z.object({ from: answerTime, total: count, approved: count, declined: count })),
    }),
    retry_reasons: z.array(z.object({ reason: z.enum(RETRY_REASONS), count })),
    guidance: z.array(z.object({ code: z.enum(GUIDANCE_CODES), count, seconds: z.number() })),
    camera_failures: z.array(z.object({ reason: z.enum(CAMERA_FAILURES), count })),
    liveness: z.array(z.object({ result: z.enum(LIVENESS_RESULTS), count })),
    user_journeys: z.array(groupSchema),
    providers: z.array(groupSchema),
    browsers: z.array(groupSchema),
    devices: z.array(groupSchema.extend({ system: z.string().optional() })),
    countries: z.array(groupSchema),
    provider_health: z
      .array(
        z.object({
          provider: z.string(),
          state: z.enum(PROVIDER_STATES),
          failed_share: z.number().min(0).max(1).optional(),
          p95_ms: z.int().min(0).optional(),
        }),
      )
      .meta({ description: 'Of the last quarter of an hour, as the server that answers saw it.' }),
    webhooks: z.object({ waiting: count, oldest_on: answerTime.optional(), failed: count }),
  })
  .meta({
    id: 'Overview',
    description:
      'Face authentications are counted, not attempts: one whose attempts differ counts in each group, once.',
  })
export type Overview = z.output<typeof overviewSchema>
