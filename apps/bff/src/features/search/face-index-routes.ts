import { AppError } from '@visavis/shared/errors'
import { indexedFaceSchema, searchResultSchema } from '@visavis/shared/face-comparison-answers'
import { indexFaceSchema } from '@visavis/shared/face-comparison-api'
import * as z from 'zod'
import { decodeImages } from '../../http/decode-images.ts'
import { withStatus } from '../../http/endpoint.ts'
import { EXAMPLE_IMAGE } from '../../http/example-values.ts'
import { partnerEndpoint, roomForPictures } from '../../http/partner-endpoint.ts'
import type { SearchDeps } from './deps.ts'
import { toIndexedFaceView, toSearchResultView } from './face-index-views.ts'
import { forgetIndexedFace } from './forget-indexed-face.ts'
import { indexFace } from './index-face.ts'
import { SEARCH_ERRORS } from './picture-errors.ts'
import { readIndexedFace } from './read-indexed-face.ts'

const search = { tag: 'Matches and 1:N', scope: 'one-to-n' } as const

export const FACE_INDEX_ENDPOINTS = [
  partnerEndpoint(
    {
      ...search,
      method: 'post',
      path: '/face-index',
      id: 'indexFace',
      audit: { action: 'indexed_face.add', subject: 'one_to_n_verification_id' },
      summary: 'Insert a face, unless it is there',
      description: 'With exactly one of `applicant_id` and `reference`.',
      body: indexFaceSchema,
      example: { image: EXAMPLE_IMAGE, reference: 'customer-4711' },
      ...roomForPictures(1),
      answers: {
        200: { description: 'The face that was there before', schema: searchResultSchema },
        201: { description: 'The new one', schema: searchResultSchema },
      },
      errors: ['APPLICANT_ANONYMIZED', ...SEARCH_ERRORS],
    },
    async (deps: SearchDeps, { tenantId, body }) => {
      const { image, applicant_id: applicantId, reference, user_journey_id: userJourneyId } = body
      if ((applicantId === undefined) === (reference === undefined)) {
        const error = applicantId === undefined ? 'required' : 'conflict'
        throw new AppError('REQUEST_INVALID', {
          errorCodes: [`applicant_id__${error}`, `reference__${error}`],
        })
      }
      const face = { tenantId, applicantId, reference, userJourneyId, ...decodeImages({ image }) }
      const result = await indexFace(deps, face)
      return withStatus(result.isMatch ? 200 : 201, toSearchResultView(result))
    },
  ),
  partnerEndpoint(
    {
      ...search,
      method: 'get',
      path: '/face-index/{indexedFaceId}',
      id: 'getIndexedFace',
      summary: 'Read whose face it is',
      answers: { 200: { description: 'The indexed face', schema: indexedFaceSchema } },
      errors: ['SEARCH_NOT_AVAILABLE'],
    },
    async (deps: SearchDeps, { tenantId, params }) =>
      toIndexedFaceView(await readIndexedFace(deps, tenantId, params.indexedFaceId)),
  ),
  partnerEndpoint(
    {
      ...search,
      method: 'delete',
      path: '/face-index/{indexedFaceId}',
      id: 'forgetIndexedFace',
      audit: { action: 'indexed_face.delete', subject: 'indexedFaceId' },
      summary: 'Remove the picture, or with `features=true` all of it',
      description: 'Without `features=true` the features stay and the face is still found.',
      // Anything but a plain yes or no is refused: whoever means to erase must not believe it was done.
      query: z.object({ features: z.enum(['true', 'false']).optional() }),
      answers: { 204: { description: 'Gone' } },
      errors: ['SEARCH_NOT_AVAILABLE'],
    },
    async (deps: SearchDeps, { tenantId, params, query }) => {
      const isWhole = query.features === 'true'
      await forgetIndexedFace(deps, { tenantId, id: params.indexedFaceId, isWhole })
    },
  ),
]
