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
    const { source_image, target_image, minimum_match_level } = await readJson(c, matchFacesSchema)
    const images = decodeImages({ source_image, target_image })
    const { match, matchLevel } = await matchFaces(deps, {
      source: images.source_image,
      target: images.target_image,
      minimumMatchLevel: minimum_match_level,
    })
    return c.json({ match, match_level: matchLevel })
  })
