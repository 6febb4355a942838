/** Queries of the lists. All of it comes as text. */
import * as z from 'zod'
import { AUDIT_ACTIONS } from './audit.ts'
import { parseCursor } from './cursor.ts'
import { type IdKind, isId } from './ids.ts'
import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from './limits.ts'
import { givenId, givenTime } from './partner-api.ts'
import { PICTURE_SOURCES } from './picture-source.ts'
import { RESPONSE_CODES, type ResponseCode } from './response-codes.ts'
import { REVIEW_STATUSES } from './reviews.ts'
import { ATTEMPT_STATUSES, AUTHENTICATION_STATUSES, FACE_SOURCES, FACE_STATUSES } from './statuses.ts'
import { WEBHOOK_EVENT_TYPES } from './webhook-events.ts'

/** Plain digits only: `Number` would take `1e3`, `0x10` and an empty text too. */
const toNumber = (text: unknown): unknown =>
  typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text

/** 0 is what clients send for "not set"; more than there may be is as many as there may be. */
const toLimit = (text: unknown): unknown => {
  const limit = toNumber(text)
  if (typeof limit !== 'number') return limit
  return limit === 0 ? DEFAULT_PAGE_LIMIT : Math.min(limit, MAX_PAGE_LIMIT)
}

export const pageLimit = z.preprocess(toLimit, z.int().min(1).max(MAX_PAGE_LIMIT).default(DEFAULT_PAGE_LIMIT))

export const pageSkip = z.preprocess(toNumber, z.int().min(0).max(999_999_999))

const cursorOf = (...kinds: readonly IdKind[]) =>
  z
    .string()
    .max(128)
    .transform((text, { issues }) => {
      const cursor = kinds.map((kind) => parseCursor(kind, text)).find((found) => found !== undefined)
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

const ofApplicant = { applicant_id: idOf('applicant'), external_applicant_id: text(255).optional() }

/** What is known of a face authentication, and so of each attempt at it. */
const ofAuthentication = {
  response_code: z
    .enum(Object.keys(RESPONSE_CODES))
    .transform((code) => Number(code) as ResponseCode)
    .optional()
    .meta({ description: 'Among those it has.' }),
  user_journey_id: idOf('userJourney'),
  risk_label: text(64).optional().meta({ description: 'Among those of the face authentication.' }),
  ...ofApplicant,
}

export const listApplicantsSchema = z.object({
  ...pageOf('applicant'),
  external_applicant_id: ofApplicant.external_applicant_id,
})

export const listFaceAuthenticationsSchema = z.object({
  ...pageOf('faceAuthentication'),
  status: z.enum(AUTHENTICATION_STATUSES).optional(),
  provider: text(64).optional().meta({ description: 'Of the user journey.' }),
  review: z.enum(REVIEW_STATUSES).optional().meta({ description: 'Of those that were sent to review.' }),
  ...ofAuthentication,
})

export const listAttemptsSchema = z.object({
  ...pageOf('attempt'),
  status: z.enum(ATTEMPT_STATUSES).optional(),
  source: z.enum(PICTURE_SOURCES).optional().meta({ description: 'Of its picture.' }),
  ...ofAuthentication,
})

export const listFacesSchema = z.object({
  ...pageOf('face'),
  status: z.enum(FACE_STATUSES).optional(),
  provider: text(64).optional(),
  source: z.enum(FACE_SOURCES).optional(),
  ...ofApplicant,
})

export const listEventsSchema = z.object({
  ...pageOf('event'),
  type: z.enum(WEBHOOK_EVENT_TYPES).optional(),
  face_authentication_id: idOf('faceAuthentication'),
  ...ofApplicant,
  skip: pageSkip.optional().meta({
    description:
      'So many are left out, and all are counted, as they are where nothing but `limit` is given: no cursor, no filter.',
  }),
})

/** Oldest first, so no times: whoever has waited longest is what it begins with. */
export const listReviewsSchema = z.object({
  cursor: cursorOf('faceAuthentication', 'face'),
  limit: pageLimit,
})

export const listAuditEventsSchema = z.object({
  ...pageOf('auditEvent'),
  action: z.enum(AUDIT_ACTIONS).optional(),
  actor_id: givenId.optional().meta({ description: 'Of a key, an OAuth client or a console user.' }),
  subject_id: givenId.optional().meta({ description: 'Of what it was done to.' }),
})
