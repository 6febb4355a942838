import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import * as z from 'zod'

/** Query of every list. */
export const pageSchema = z.object({
  skip: z.int().min(0).max(999_999_999).default(0),
  limit: z.int().min(1).max(MAX_PAGE_LIMIT).default(DEFAULT_PAGE_LIMIT),
})
