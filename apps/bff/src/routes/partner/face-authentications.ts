import { createAttemptSchema, createFaceAuthenticationSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import { createAttempt } from '../../services/create-attempt.ts'
import { createFaceAuthentication } from '../../services/create-face-authentication.ts'
import type { ServiceDeps } from '../../services/deps.ts'
import { listAttempts, readAttempt } from '../../services/read-attempts.ts'
import { readFaceAuthentication } from '../../services/read-face-authentication.ts'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'
import { readPage } from './read-page.ts'
import { requireScope } from './require-scope.ts'
import { toListView } from './view-parts.ts'
import { toAttemptView, toFaceAuthenticationView } from './views.ts'

export const faceAuthenticationRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('face-authentication:*'), async (c) => {
      const input = await readJson(c, createFaceAuthenticationSchema)
      const created = await createFaceAuthentication(deps, c.get('tenantId'), input)
      return c.json(toFaceAuthenticationView(deps.publicUrl, created), 201)
    })
    .get('/:faceAuthenticationId', requireScope('face-authentication:*'), async (c) => {
      const authentication = await readFaceAuthentication(
        deps,
        c.get('tenantId'),
        c.req.param('faceAuthenticationId'),
      )
      return c.json(toFaceAuthenticationView(deps.publicUrl, authentication))
    })
    .post('/:faceAuthenticationId/attempts', requireScope('face-authentication:*'), async (c) => {
      const input = await readJson(c, createAttemptSchema)
      const { attempt, verificationUrl } = await createAttempt(deps, {
        tenantId: c.get('tenantId'),
        faceAuthenticationId: c.req.param('faceAuthenticationId'),
        ...input,
      })
      return c.json(toAttemptView(deps.publicUrl, attempt, verificationUrl), 201)
    })
    .get('/:faceAuthenticationId/attempts', requireScope('face-authentication:*'), async (c) => {
      const page = readPage(c.req.query())
      const id = c.req.param('faceAuthenticationId')
      const attempts = await listAttempts(deps, c.get('tenantId'), id, page)
      const path = `${deps.publicUrl}/face-authentications/${id}/attempts`
      return c.json(toListView(path, attempts, page, (attempt) => toAttemptView(deps.publicUrl, attempt)))
    })
    .get('/:faceAuthenticationId/attempts/:attemptId', requireScope('face-authentication:*'), async (c) => {
      const { faceAuthenticationId, attemptId } = c.req.param()
      const attempt = await readAttempt(deps, c.get('tenantId'), faceAuthenticationId, attemptId)
      return c.json(toAttemptView(deps.publicUrl, attempt))
    })
