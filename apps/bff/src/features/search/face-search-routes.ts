import { searchFacesSchema } from '@visavis/shared/face-comparison-api'
import { Hono } from 'hono'
import { decodeImages } from '../../http/decode-images.ts'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { requireScope } from '../../http/require-scope.ts'
import type { SearchDeps } from './deps.ts'
import { toSearchResultView } from './face-index-views.ts'
import { searchFaces } from './search-faces.ts'

export const faceSearchRoutes = (deps: SearchDeps) =>
  new Hono<PartnerEnv>().post('/', requireScope('one-to-n'), async (c) => {
    const { image, insert, user_journey_id: userJourneyId } = await readJson(c, searchFacesSchema)
    const search = { tenantId: c.get('tenantId'), insert, userJourneyId, ...decodeImages({ image }) }
    return c.json(toSearchResultView(await searchFaces(deps, search)))
  })
