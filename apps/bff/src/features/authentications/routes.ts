import { createAttemptSchema, createFaceAuthenticationSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import type { PartnerEnv } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { readPage } from '../../http/read-page.ts'
import { requireScope } from '../../http/require-scope.ts'
import { toListView } from '../../http/view-parts.ts'
import { toAssetUrl } from '../pictures/index.ts'
import { createAttempt } from './create-attempt.ts'
import { createFaceAuthentication } from './create-face-authentication.ts'
import type { AuthenticationsDeps } from './deps.ts'
import { listAttemptAssets, listAttempts, readAttempt } from './read-attempts.ts'
import { readFaceAuthentication } from './read-face-authentication.ts'
import { toAssetView, toAttemptView, toFaceAuthenticationView } from './views.ts'

export const faceAuthenticationRoutes = (deps: AuthenticationsDeps) =>
  new Hono<PartnerEnv>()
    .post('/', requireScope('face-authentication:*'), async (c) => {
      const input = await readJson(c, createFaceAuthenticationSchema)
      const created = await createFaceAuthentication(deps, c.get('tenantId'), input)
      return c.json(toFaceAuthenticationView(deps.publicUrl, created), 201)
    })
    .get('/:faceAuthenticationId', requireScope('face-authentication:*'), async (c) => {
      const id = c.req.param('faceAuthenticationId')
      const { authentication, pictureId } = await readFaceAuthentication(deps, c.get('tenantId'), id)
      const imageUrl = pictureId === undefined ? undefined : toAssetUrl(deps, pictureId)
      return c.json(toFaceAuthenticationView(deps.publicUrl, authentication, imageUrl))
    })
    .post('/:faceAuthenticationId/attempts', requireScope('face-authentication:*'), async (c) => {
      const input = await readJson(c, createAttemptSchema)
      const { attempt, ...secrets } = await createAttempt(deps, {
        tenantId: c.get('tenantId'),
        faceAuthenticationId: c.req.param('faceAuthenticationId'),
        ...input,
      })
      return c.json(toAttemptView(deps.publicUrl, attempt, secrets), 201)
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
    .get(
      '/:faceAuthenticationId/attempts/:attemptId/assets',
      requireScope('face-authentication:*'),
      async (c) => {
        const ids = c.req.param()
        const page = readPage(c.req.query())
        const assets = await listAttemptAssets(deps, c.get('tenantId'), ids, page)
        const attempts = `${deps.publicUrl}/face-authentications/${ids.faceAuthenticationId}/attempts`
        const path = `${attempts}/${ids.attemptId}/assets`
        return c.json(
          toListView(path, assets, page, (asset) => toAssetView(asset, toAssetUrl(deps, asset.id))),
        )
      },
    )
