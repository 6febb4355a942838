import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import * as z from 'zod'

/** Plain digits only: `Number` would take `1e3`, `0x10` and an empty text too. */
const toNumber = (text: unknown): unknown =>
  typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text

/** Query of every list: which part of it is wanted. */
export const pageSchema = z.object({
  skip: z.preprocess(toNumber, z.int().min(0).max(999_999_999).default(0)),
  limit: z.preprocess(toNumber, z.int().min(1).max(MAX_PAGE_LIMIT).default(DEFAULT_PAGE_LIMIT)),
})
