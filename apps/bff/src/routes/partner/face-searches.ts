import { searchFacesSchema } from '@visavis/shared/face-comparison-api'
import { Hono } from 'hono'
import type { ServiceDeps } from '../../services/deps.ts'
import { searchFaces } from '../../services/search-faces.ts'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'
import { decodeImages } from './decode-images.ts'
import { toSearchResultView } from './face-index-views.ts'
import { requireScope } from './require-scope.ts'

export const faceSearchRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>().post('/', requireScope('one-to-n'), async (c) => {
    const { image, insert, user_journey_id: userJourneyId } = await readJson(c, searchFacesSchema)
    const search = { tenantId: c.get('tenantId'), insert, userJourneyId, ...decodeImages({ image }) }
    return c.json(toSearchResultView(await searchFaces(deps, search)))
  })
