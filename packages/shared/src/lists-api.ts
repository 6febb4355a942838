/** Queries of the lists. All of it comes as text. */
import * as z from 'zod'
import { AUDIT_ACTIONS } from './audit.ts'
import { parseCursor } from './cursor.ts'
import { type IdKind, isId } from './ids.ts'
import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from './limits.ts'
import { givenId, givenTime } from './partner-api.ts'
import { RESPONSE_CODES, type ResponseCode } from './response-codes.ts'
import { REVIEW_STATUSES } from './reviews.ts'
import { AUTHENTICATION_STATUSES } from './statuses.ts'

/** Plain digits only: `Number` would take `1e3`, `0x10` and an empty text too. */
export const toNumber = (text: unknown): unknown =>
  typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text

/** 0 is what clients send for "not set"; more than there may be is as many as there may be. */
const toLimit = (text: unknown): unknown => {
  const limit = toNumber(text)
  if (typeof limit !== 'number') return limit
  return limit === 0 ? DEFAULT_PAGE_LIMIT : Math.min(limit, MAX_PAGE_LIMIT)
}

export const pageLimit = z.preprocess(toLimit, z.int().min(1).max(MAX_PAGE_LIMIT).default(DEFAULT_PAGE_LIMIT))

const cursorOf = (kind: IdKind) =>
  z
    .string()
    .max(128)
    .transform((text, { issues }) => {
      const cursor = parseCursor(kind, text)
      if (cursor) return cursor
      issues.push({ code: 'custom', input: text })
      return z.NEVER
    })
    .optional()
    .meta({ description: 'Out of `_links.next` of the page before; it is good for nothing else.' })

const idOf = (kind: IdKind) => givenId.refine((id) => isId(kind, id)).optional()

/** PostgreSQL's text holds no NUL (its manual, §8.3). */
const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !value.includes('\0'))

/** No row is older than Unix time or younger than four digits of years, and databases do not know all others. */
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59)
const time = givenTime.refine((date) => date.getTime() >= 0 && date.getTime() <= LAST_TIME).optional()

const pageOf = (kind: IdKind) => ({
  cursor: cursorOf(kind),
  limit: pageLimit,
  created_after: time.meta({ description: 'Then or later.' }),
  created_before: time.meta({ description: 'Earlier than that.' }),
})

const externalApplicantId = text(255).optional()

export const listApplicantsSchema = z.object({
  ...pageOf('applicant'),
  external_applicant_id: externalApplicantId,
})

export const listFaceAuthenticationsSchema = z.object({
  ...pageOf('faceAuthentication'),
  status: z.enum(AUTHENTICATION_STATUSES).optional(),
  response_code: z
    .enum(Object.keys(RESPONSE_CODES))
    .transform((code) => Number(code) as ResponseCode)
    .optional()
    .meta({ description: 'Among those it has.' }),
  user_journey_id: idOf('userJourney'),
  provider: text(64).optional().meta({ description: 'Of its user journey.' }),
  applicant_id: idOf('applicant'),
  external_applicant_id: externalApplicantId,
  review: z.enum(REVIEW_STATUSES).optional().meta({ description: 'Of those that were sent to review.' }),
})

export const listAuditEventsSchema = z.object({
  ...pageOf('auditEvent'),
  action: z.enum(AUDIT_ACTIONS).optional(),
  actor_id: givenId.optional().meta({ description: 'Of a key, an OAuth client or a console user.' }),
  subject_id: givenId.optional().meta({ description: 'Of what it was done to.' }),
})
