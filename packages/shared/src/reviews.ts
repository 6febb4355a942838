/** Where a person looks at what the machine decided. */
import * as z from 'zod'
import { answerTime } from './answers.ts'

/** Which decisions of a journey go to a person: none, every decline, or all that carry a risk label, approvals among them. */
export const REVIEW_POLICIES = ['off', 'on_decline', 'on_risk'] as const
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number]

export const REVIEW_OUTCOMES = ['accepted', 'refused'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

export const REVIEW_STATUSES = ['pending', ...REVIEW_OUTCOMES] as const
export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** Why somebody has to look: the machine declined, saw a risk, or a new face is not vouched for. */
export const REVIEW_CAUSES = ['decline', 'risk', 'new_face'] as const
export type ReviewCause = (typeof REVIEW_CAUSES)[number]

/** What may be said for each outcome. */
export const REVIEW_REASON_CODES = {
  accepted: ['same_person', 'other'],
  refused: ['different_person', 'presentation_attack', 'picture_unusable', 'other'],
} as const satisfies Record<ReviewOutcome, readonly string[]>
const reasonCodeSchema = z.enum([
  ...new Set([...REVIEW_REASON_CODES.accepted, ...REVIEW_REASON_CODES.refused]),
])
export type ReviewReasonCode = z.output<typeof reasonCodeSchema>

/** Longest reason in words, in characters. */
export const MAX_REVIEW_REASON_LENGTH = 500

const isFitting = (outcome: ReviewOutcome, code: ReviewReasonCode): boolean =>
  (REVIEW_REASON_CODES[outcome] as readonly string[]).includes(code)

/** PostgreSQL's text holds no NUL (its manual, §8.3). */
const reasonSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_REVIEW_REASON_LENGTH)
  .refine((text) => !text.includes('\0'))

export const decideReviewSchema = z
  .object({
    outcome: z.enum(REVIEW_OUTCOMES),
    /** `same_person` and `other` accept; all but `same_person` refuse. */
    reason_code: reasonCodeSchema,
    /** For colleagues, never for the person. Erased with the person. Required with `other`. */
    reason: reasonSchema.optional(),
  })
  .refine(({ outcome, reason_code }) => isFitting(outcome, reason_code), {
    path: ['reason_code'],
  })
  .refine(({ reason_code, reason }) => reason_code !== 'other' || reason !== undefined, {
    path: ['reason'],
  })
export type DecideReview = z.output<typeof decideReviewSchema>

export const reviewSchema = z
  .object({
    status: z.enum(REVIEW_STATUSES),
    cause: z.enum(REVIEW_CAUSES),
    reason_code: reasonCodeSchema.optional(),
    reviewed_on: answerTime.optional(),
  })
  .meta({ id: 'Review', description: "What people say of it. The machine's verdict stays as it is." })
export type ReviewView = z.output<typeof reviewSchema>
