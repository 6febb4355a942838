import { AppError } from '@visavis/shared/errors'
import { createUserJourneySchema, updateUserJourneySchema } from '@visavis/shared/user-journeys'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import { createUserJourney } from './create-user-journey.ts'
import type { JourneysDeps } from './deps.ts'
import { updateUserJourney } from './update-user-journey.ts'
import { toUserJourneyView } from './user-journey-view.ts'

export const userJourneyRoutes = (deps: JourneysDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('admin'), async (c) => {
      const input = await readJson(c, createUserJourneySchema)
      const journey = await createUserJourney(deps, c.get('tenantId'), input)
      return c.json(toUserJourneyView(deps.publicUrl, journey), 201)
    })
    .get('/', requireScope('admin'), async (c) => {
      const page = readPage(c.req.query())
      const journeys = await deps.database.userJourneys.list(c.get('tenantId'), page)
      const url = `${deps.publicUrl}/user-journeys`
      return c.json(toListView(url, journeys, page, (row) => toUserJourneyView(deps.publicUrl, row)))
    })
    .get('/:userJourneyId', requireScope('admin'), async (c) => {
      const journey = await deps.database.userJourneys.get(c.get('tenantId'), c.req.param('userJourneyId'))
      if (!journey) throw new AppError('NOT_FOUND')
      return c.json(toUserJourneyView(deps.publicUrl, journey))
    })
    .patch('/:userJourneyId', requireScope('admin'), async (c) => {
      const change = await readJson(c, updateUserJourneySchema)
      const id = c.req.param('userJourneyId')
      const journey = await updateUserJourney(deps, { tenantId: c.get('tenantId'), id, change })
      return c.json(toUserJourneyView(deps.publicUrl, journey))
    })
