import { faceMatchSchema } from '@visavis/shared/face-comparison-answers'
import { matchFacesSchema } from '@visavis/shared/face-comparison-api'
import { decodeImages } from '../../http/decode-images.ts'
import { EXAMPLE_IMAGE } from '../../http/example-values.ts'
import { partnerEndpoint, roomForPictures } from '../../http/partner-endpoint.ts'
import type { SearchDeps } from './deps.ts'
import { matchFaces } from './match-faces.ts'
import { PICTURE_ERRORS } from './picture-errors.ts'

export const FACE_MATCH_ENDPOINTS = [
  partnerEndpoint(
    {
      tag: 'Matches and 1:N',
      scope: 'match',
      method: 'post',
      path: '/face-matches',
      id: 'matchFaces',
      audit: { none: 'nothing is kept, and nobody is looked up' },
      summary: 'Compare two pictures',
      description: 'Nothing of them is kept.',
      body: matchFacesSchema,
      example: { source_image: EXAMPLE_IMAGE, target_image: EXAMPLE_IMAGE, minimum_match_level: 3 },
      ...roomForPictures(2),
      answers: { 200: { description: 'Whether they show one person', schema: faceMatchSchema } },
      errors: PICTURE_ERRORS,
    },
    async (deps: SearchDeps, { tenantId, body }) => {
      const { source_image, target_image, ...input } = body
      const images = decodeImages({ source_image, target_image })
      const pair = {
        source: images.source_image,
        target: images.target_image,
        minimumMatchLevel: input.minimum_match_level,
      }
      const { match, matchLevel } = await matchFaces(deps, tenantId, pair, input.user_journey_id)
      return { match, match_level: matchLevel }
    },
  ),
]
