import { pageLimit, toNumber } from '@visavis/shared/lists-api'
import * as z from 'zod'

/** Query of a list with `skip`: which part of it is wanted. */
export const pageSchema = z.object({
  skip: z.preprocess(toNumber, z.int().min(0).max(999_999_999).default(0)),
  limit: pageLimit,
})
