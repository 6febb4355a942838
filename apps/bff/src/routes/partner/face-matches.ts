import { matchFacesSchema } from '@visavis/shared/face-comparison-api'
import { Hono } from 'hono'
import type { ServiceDeps } from '../../services/deps.ts'
import { matchFaces } from '../../services/match-faces.ts'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'
import { decodeImages } from './decode-images.ts'
import { requireScope } from './require-scope.ts'

export const faceMatchRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>().post('/', requireScope('match'), async (c) => {
    const { source_image, target_image, ...input } = await readJson(c, matchFacesSchema)
    const images = decodeImages({ source_image, target_image })
    const pair = {
      source: images.source_image,
      target: images.target_image,
      minimumMatchLevel: input.minimum_match_level,
    }
    const { match, matchLevel } = await matchFaces(deps, c.get('tenantId'), pair, input.user_journey_id)
    return c.json({ match, match_level: matchLevel })
  })
