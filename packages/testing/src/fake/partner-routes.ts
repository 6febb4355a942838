import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import { applicantRoutes } from './applicant-routes.ts'
import { authenticationRoutes } from './authentication-routes.ts'
import { indexRoutes, matchRoutes, searchRoutes } from './comparison-routes.ts'
import { enrollmentRoutes } from './enrollment-routes.ts'
import { faceRoutes } from './face-routes.ts'
import type { FakeDeps } from './fake-store.ts'
import { idempotency } from './idempotency.ts'
import { journeyRoutes } from './journey-routes.ts'
import { eventRoutes, webhookRoutes } from './webhook-routes.ts'

/** The partner API as the real server has it, without keys, OAuth clients and the log of deliveries. */
export const partnerRoutes = (deps: FakeDeps, apiKey: string) =>
  new Hono()
    .use(async (c, next) => {
      if (c.req.header('authorization') !== `Bearer ${apiKey}`) throw new AppError('API_KEY_INVALID')
      await next()
    })
    .use(idempotency())
    .route('/applicants', applicantRoutes(deps))
    .route('/applicants', faceRoutes(deps))
    .route('/applicants', enrollmentRoutes(deps))
    .route('/events', eventRoutes(deps))
    .route('/face-authentications', authenticationRoutes(deps))
    .route('/face-index', indexRoutes(deps))
    .route('/face-matches', matchRoutes(deps))
    .route('/face-searches', searchRoutes(deps))
    .route('/user-journeys', journeyRoutes(deps))
    .route('/webhook-endpoints', webhookRoutes(deps))
    .notFound(() => {
      throw new AppError('NOT_FOUND')
    })
