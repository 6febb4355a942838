/** Bodies of `/face-matches`, `/face-searches` and `/face-index`. */
import * as z from 'zod'
import { givenId } from './partner-api.ts'

/** Standard base64 (RFC 4648 §4) of a JPEG or PNG, at most 5 MB of it; a `data:` prefix is accepted. */
const imageSchema = z.string().min(1)

export const matchFacesSchema = z.object({
  source_image: imageSchema,
  target_image: imageSchema,
  /** 1 (loose) – 5 (strict): what the pair must reach to count as a match. */
  minimum_match_level: z.int().min(1).max(5).default(3),
  /** Whose provider compares. Default: the engine here. */
  user_journey_id: givenId.optional(),
})

export const searchFacesSchema = z.object({
  image: imageSchema,
  /** Add the face when it is not found. */
  insert: z.boolean().default(false),
  /** Whose provider's index. Default: the one here. */
  user_journey_id: givenId.optional(),
})

/** Whose face it is, in our words or in yours: one of the two. */
export const indexFaceSchema = z.object({
  image: imageSchema,
  applicant_id: givenId.optional(),
  reference: z.string().min(1).max(255).optional(),
  /** Whose provider's index. Default: the one here. */
  user_journey_id: givenId.optional(),
})
