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
    one_to_n_expected_false_matches: z.number().min(0).optional().meta({
      description:
        'What a match is worth: how many faces of the index somebody who is not in it would match at the level that was reached, by chance; that is the false match rate of the level, in the worst group measured, times the faces in the index. Near 1 or above, have a person look. With a match in our own index only, and where the rate was measured.',
    }),
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
