/** What the partner API's answers share. */
import * as z from 'zod'
import { ID_PREFIXES, type IdKind } from './ids.ts'
import { RESPONSE_CODES } from './response-codes.ts'

/** An id of ours. */
export const idOf = (kind: IdKind) => z.string().regex(new RegExp(`^${ID_PREFIXES[kind]}[a-z2-7]{26}$`))

/** ISO 8601 UTC: `2025-07-21T17:32:28Z`. */
export const answerTime = z.iso.datetime()

/** Stripe's word, and there in test mode alone: what is live is as Checkout.com's clients know it. */
export const livemode = z
  .literal(false)
  .optional()
  .meta({ description: '`false`: of test mode, see docs/test-mode.md. Absent: live.' })

export const times = { created_on: answerTime, modified_on: answerTime }

export const linkSchema = z.object({ href: z.url() }).meta({ id: 'Link' })

export const responseCodesSchema = z
  .array(
    z
      .object({ code: z.int().min(10_000).max(69_999), summary: z.enum(Object.values(RESPONSE_CODES)) })
      .meta({ id: 'ResponseCode' }),
  )
  .meta({ description: 'Why the status is what it is. Decide on `status`: codes are added over time.' })

/** Checkout.com's list wrapper. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    total_count: z.int().min(0),
    skip: z.int().min(0),
    limit: z.int().min(1),
    data: z.array(item),
    _links: z.object({ self: linkSchema, next: linkSchema.optional(), previous: linkSchema.optional() }),
  })

/** A list that goes on behind a cursor: nobody counts what it leaves out. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    limit: z.int().min(1),
    data: z.array(item),
    _links: z.object({ self: linkSchema, next: linkSchema.optional() }),
  })

/** Error body of the partner API. */
export const partnerErrorSchema = z
  .object({
    request_id: z.string(),
    error_type: z.string(),
    error_codes: z.array(z.string()).meta({
      description: '`{error}`, `{attribute}__{error}` or `{object}__{attribute}__{error}`.',
    }),
    message: z.string().optional(),
    doc_url: z.url().optional().meta({ description: 'What the code means and what to do about it.' }),
  })
  .meta({ id: 'Error' })
