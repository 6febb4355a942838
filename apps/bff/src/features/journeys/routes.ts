import { userJourneySchema } from '@visavis/shared/access-answers'
import { listOf } from '@visavis/shared/answers'
import { AppError } from '@visavis/shared/errors'
import { createUserJourneySchema, updateUserJourneySchema } from '@visavis/shared/user-journeys'
import { pageSchema } from '../../http/page-schema.ts'
import { partnerEndpoint } from '../../http/partner-endpoint.ts'
import { toListView } from '../../http/view-parts.ts'
import { createUserJourney } from './create-user-journey.ts'
import type { JourneysDeps } from './deps.ts'
import { updateUserJourney } from './update-user-journey.ts'
import { toUserJourneyView } from './user-journey-view.ts'

const journeys = { tag: 'Access', scope: 'admin' } as const

export const USER_JOURNEY_ENDPOINTS = [
  partnerEndpoint(
    {
      ...journeys,
      method: 'post',
      path: '/user-journeys',
      id: 'createUserJourney',
      audit: { action: 'user_journey.create', subject: 'id' },
      summary: 'Create a user journey',
      body: createUserJourneySchema,
      example: {
        name: 'Sign-in',
        provider: 'embedded',
        allowed_redirect_urls: ['https://shop.example/back'],
        allowed_frame_origins: ['https://shop.example'],
      },
      answers: { 201: { description: 'The journey', schema: userJourneySchema } },
    },
    async (deps: JourneysDeps, { tenantId, body }) =>
      toUserJourneyView(deps.publicUrl, await createUserJourney(deps, tenantId, body)),
  ),
  partnerEndpoint(
    {
      ...journeys,
      method: 'get',
      path: '/user-journeys',
      id: 'listUserJourneys',
      summary: 'List user journeys',
      query: pageSchema,
      answers: { 200: { description: 'A page of journeys', schema: listOf(userJourneySchema) } },
    },
    async ({ database, publicUrl }: JourneysDeps, { tenantId, query }) => {
      const rows = await database.userJourneys.list(tenantId, query)
      return toListView(`${publicUrl}/user-journeys`, rows, query, (row) => toUserJourneyView(publicUrl, row))
    },
  ),
  partnerEndpoint(
    {
      ...journeys,
      method: 'get',
      path: '/user-journeys/{userJourneyId}',
      id: 'getUserJourney',
      summary: 'Read a user journey',
      answers: { 200: { description: 'The journey', schema: userJourneySchema } },
    },
    async ({ database, publicUrl }: JourneysDeps, { tenantId, params }) => {
      const journey = await database.userJourneys.get(tenantId, params.userJourneyId)
      if (!journey) throw new AppError('NOT_FOUND')
      return toUserJourneyView(publicUrl, journey)
    },
  ),
  partnerEndpoint(
    {
      ...journeys,
      method: 'patch',
      path: '/user-journeys/{userJourneyId}',
      id: 'updateUserJourney',
      audit: { action: 'user_journey.update', subject: 'id' },
      summary: 'Change a user journey',
      description: 'What is left out stays. `provider_settings` are merged, `null` removes one.',
      body: updateUserJourneySchema,
      example: { minimum_match_level: 4, retention_days: 7 },
      answers: { 200: { description: 'The journey', schema: userJourneySchema } },
    },
    async (deps: JourneysDeps, { tenantId, params, body }) => {
      const change = { tenantId, id: params.userJourneyId, change: body }
      return toUserJourneyView(deps.publicUrl, await updateUserJourney(deps, change))
    },
  ),
]
