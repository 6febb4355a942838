/** What the vendor's page documents of its requests (*Create Face Auth Session*); unknown fields pass. */
import * as z from 'zod'

const DEFAULT_LIFETIME_S = 1800
const MAX_LIFETIME_S = 2_592_000

/** What the vendor's own samples use; what the older two mean today is not published. */
export const METHODS = ['FACE_MATCHING', 'ACTIVE_LIVENESS', 'ENROLLMENT'] as const

/** Old samples send `scanRef` alone. A `locale` that the page does not have is taken: it chooses one itself. */
export const createSessionSchema = z.object({
  scanRef: z.string().min(1).max(40),
  type: z.enum(['AUTHENTICATION', 'ENROLLMENT']).default('AUTHENTICATION'),
  method: z.enum(['FACE_MATCHING', 'ACTIVE_LIVENESS']).default('FACE_MATCHING'),
  locale: z.string().min(1).optional(),
  lifetime: z.int().min(1).max(MAX_LIFETIME_S).default(DEFAULT_LIFETIME_S),
  generateDigitString: z.boolean().default(false),
})

/** Set in the dashboard, per notification. */
export const notificationSchema = z.object({ url: z.url({ protocol: /^https?$/ }) })
