import { matchFacesSchema } from '@visavis/shared/face-comparison-api'
import { Hono } from 'hono'
import { decodeImages } from '../../http/decode-images.ts'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { requireScope } from '../../http/require-scope.ts'
import type { SearchDeps } from './deps.ts'
import { matchFaces } from './match-faces.ts'

export const faceMatchRoutes = (deps: SearchDeps) =>
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
