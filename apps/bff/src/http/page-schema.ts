import { pageLimit, pageSkip } from '@visavis/shared/lists-api'
import * as z from 'zod'

/** Query of a list with `skip`: which part of it is wanted. */
export const pageSchema = z.object({ skip: pageSkip.default(0), limit: pageLimit })
