/** What the partner API says about matches and the face index. */
import * as z from 'zod'
import { answerTime, idOf } from './answers.ts'

export const faceMatchSchema = z
  .object({
    match: z.boolean(),
    match_level: z.int().min(0).max(5).meta({ description: '0: they do not match at any level.' }),
  })
  .meta({ id: 'FaceMatch' })

export const searchResultSchema = z
  .object({
    one_to_n_verification_id: idOf('indexedFace')
      .optional()
      .meta({ description: 'Of the face that was found or inserted.' }),
    one_to_n_verification_match: z.boolean().meta({ description: 'It was there before.' }),
  })
  .meta({ id: 'FaceSearchResult' })

export const indexedFaceSchema = z
  .object({
    one_to_n_verification_id: idOf('indexedFace'),
    created_on: answerTime,
    applicant_id: idOf('applicant').optional(),
    reference: z.string().optional(),
    has_picture: z.boolean(),
  })
  .meta({ id: 'IndexedFace' })
