import { searchResultSchema } from '@visavis/shared/face-comparison-answers'
import { searchFacesSchema } from '@visavis/shared/face-comparison-api'
import { decodeImages } from '../../http/decode-images.ts'
import { EXAMPLE_IMAGE } from '../../http/example-values.ts'
import { partnerEndpoint, roomForPictures } from '../../http/partner-endpoint.ts'
import type { SearchDeps } from './deps.ts'
import { toSearchResultView } from './face-index-views.ts'
import { SEARCH_ERRORS } from './picture-errors.ts'
import { searchFaces } from './search-faces.ts'

export const FACE_SEARCH_ENDPOINTS = [
  partnerEndpoint(
    {
      tag: 'Matches and 1:N',
      scope: 'one-to-n',
      method: 'post',
      path: '/face-searches',
      id: 'searchFaces',
      audit: { action: 'indexed_face.search', subject: 'one_to_n_verification_id' },
      summary: 'Look for a face in the index, and insert it if you like',
      body: searchFacesSchema,
      example: { image: EXAMPLE_IMAGE },
      ...roomForPictures(1),
      answers: { 200: { description: 'What was found or inserted', schema: searchResultSchema } },
      errors: SEARCH_ERRORS,
    },
    async (deps: SearchDeps, { tenantId, body }) => {
      const { image, insert, user_journey_id: userJourneyId } = body
      const search = { tenantId, insert, userJourneyId, ...decodeImages({ image }) }
      return toSearchResultView(await searchFaces(deps, search))
    },
  ),
]
