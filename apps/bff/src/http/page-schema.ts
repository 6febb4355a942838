import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import * as z from 'zod'

/** Plain digits only: `Number` would take `1e3`, `0x10` and an empty text too. */
const toNumber = (text: unknown): unknown =>
  typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text

/** 0 is what clients send for "not set"; more than there may be is as many as there may be. */
const toLimit = (text: unknown): unknown => {
  const limit = toNumber(text)
  if (typeof limit !== 'number') return limit
  return limit === 0 ? DEFAULT_PAGE_LIMIT : Math.min(limit, MAX_PAGE_LIMIT)
}

/** Query of every list: which part of it is wanted. */
export const pageSchema = z.object({
  skip: z.preprocess(toNumber, z.int().min(0).max(999_999_999).default(0)),
  limit: z.preprocess(toLimit, z.int().min(1).max(MAX_PAGE_LIMIT).default(DEFAULT_PAGE_LIMIT)),
})
