import {
  faceMatchSchema,
  indexedFaceSchema,
  searchResultSchema,
} from '@visavis/shared/face-comparison-answers'
import { indexFaceSchema, matchFacesSchema, searchFacesSchema } from '@visavis/shared/face-comparison-api'
import * as z from 'zod'
import type { Operation } from './operation.ts'

const search = { tag: 'Matches and 1:N', audience: 'partner', scope: 'one-to-n' } as const

const PICTURE_ERRORS = [
  'IMAGE_TOO_LARGE',
  'IMAGE_TYPE_UNSUPPORTED',
  'IMAGE_REFUSED',
  'PROVIDER_UNAVAILABLE',
] as const
const SEARCH_ERRORS = ['SEARCH_NOT_ENABLED', 'SEARCH_NOT_AVAILABLE', ...PICTURE_ERRORS] as const

export const FACE_COMPARISON_OPERATIONS: readonly Operation[] = [
  {
    tag: 'Matches and 1:N',
    audience: 'partner',
    scope: 'match',
    method: 'post',
    path: '/face-matches',
    id: 'matchFaces',
    summary: 'Compare two pictures',
    description: 'Nothing of them is kept.',
    body: matchFacesSchema,
    answers: { 200: { description: 'Whether they show one person', schema: faceMatchSchema } },
    errors: PICTURE_ERRORS,
  },
  {
    ...search,
    method: 'post',
    path: '/face-searches',
    id: 'searchFaces',
    summary: 'Look for a face in the index, and insert it if you like',
    body: searchFacesSchema,
    answers: { 200: { description: 'What was found or inserted', schema: searchResultSchema } },
    errors: SEARCH_ERRORS,
  },
  {
    ...search,
    method: 'post',
    path: '/face-index',
    id: 'indexFace',
    summary: 'Insert a face, unless it is there',
    description: 'With exactly one of `applicant_id` and `reference`.',
    body: indexFaceSchema,
    answers: {
      200: { description: 'The face that was there before', schema: searchResultSchema },
      201: { description: 'The new one', schema: searchResultSchema },
    },
    errors: ['APPLICANT_ANONYMIZED', ...SEARCH_ERRORS],
  },
  {
    ...search,
    method: 'get',
    path: '/face-index/{indexedFaceId}',
    id: 'getIndexedFace',
    summary: 'Read whose face it is',
    answers: { 200: { description: 'The indexed face', schema: indexedFaceSchema } },
    errors: ['SEARCH_NOT_AVAILABLE'],
  },
  {
    ...search,
    method: 'delete',
    path: '/face-index/{indexedFaceId}',
    id: 'forgetIndexedFace',
    summary: 'Remove the picture, or with `features=true` all of it',
    description: 'Without `features=true` the features stay and the face is still found.',
    query: z.object({ features: z.enum(['true', 'false']).optional() }),
    answers: { 204: { description: 'Gone' } },
    errors: ['SEARCH_NOT_AVAILABLE'],
  },
]
