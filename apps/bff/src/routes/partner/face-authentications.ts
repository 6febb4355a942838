import { AppError } from '@visavis/shared/errors'
import { DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT } from '@visavis/shared/limits'
import { createAttemptSchema, createFaceAuthenticationSchema } from '@visavis/shared/partner-api'
import { Hono } from 'hono'
import { createAttempt } from '../../services/create-attempt.ts'
import { createFaceAuthentication } from '../../services/create-face-authentication.ts'
import type { ServiceDeps } from '../../services/deps.ts'
import { listAttempts, readAttempt } from '../../services/read-attempts.ts'
import { readFaceAuthentication } from '../../services/read-face-authentication.ts'
import type { Page } from '../../storage/db/types.ts'
import type { PartnerEnv } from '../env.ts'
import { readJson } from '../read-json.ts'
import { toAttemptListView, toAttemptView, toFaceAuthenticationView } from './views.ts'

export const faceAuthenticationRoutes = (deps: ServiceDeps) =>
  new Hono<PartnerEnv>()
    .post('/', async (c) => {
      const input = await readJson(c, createFaceAuthenticationSchema)
      const created = await createFaceAuthentication(deps, c.get('tenantId'), input)
      return c.json(toFaceAuthenticationView(deps.publicUrl, created), 201)
    })
    .get('/:id', async (c) => {
      const authentication = await readFaceAuthentication(deps, c.get('tenantId'), c.req.param('id'))
      return c.json(toFaceAuthenticationView(deps.publicUrl, authentication))
    })
    .post('/:id/attempts', async (c) => {
      const input = await readJson(c, createAttemptSchema)
      const { attempt, verificationUrl } = await createAttempt(deps, {
        tenantId: c.get('tenantId'),
        faceAuthenticationId: c.req.param('id'),
        ...input,
      })
      return c.json(toAttemptView(deps.publicUrl, attempt, verificationUrl), 201)
    })
    .get('/:id/attempts', async (c) => {
      const page = readPage(c.req.query())
      const id = c.req.param('id')
      const attempts = await listAttempts(deps, c.get('tenantId'), id, page)
      return c.json(toAttemptListView(deps.publicUrl, id, attempts, page))
    })
    .get('/:id/attempts/:attemptId', async (c) => {
      const { id, attemptId } = c.req.param()
      const attempt = await readAttempt(deps, c.get('tenantId'), id, attemptId)
      return c.json(toAttemptView(deps.publicUrl, attempt))
    })

/** @throws AppError REQUEST_INVALID */
const readPage = ({ skip, limit }: Record<string, string>): Page => {
  const page = {
    skip: readCount(skip, 0, Number.MAX_SAFE_INTEGER),
    limit: readCount(limit, DEFAULT_PAGE_LIMIT, MAX_PAGE_LIMIT),
  }
  const wrong = [
    ...(page.skip === undefined ? ['skip__invalid_format'] : []),
    ...(page.limit === undefined || page.limit === 0 ? ['limit__invalid_format'] : []),
  ]
  if (page.skip === undefined || page.limit === undefined || wrong.length > 0) {
    throw new AppError('REQUEST_INVALID', { errorCodes: wrong })
  }
  return { skip: page.skip, limit: page.limit }
}

const readCount = (text: string | undefined, otherwise: number, most: number): number | undefined => {
  if (text === undefined) return otherwise
  return /^\d{1,9}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}
