import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { findSubjectByToken } from '../../services/capture-context.ts'
import type { ServiceDeps } from '../../services/deps.ts'
import { readBearer } from '../bearer.ts'
import type { CaptureEnv } from '../env.ts'

/**
 * Lets in our own pages with a live token. The token travels in a header only, so no other site can make a browser
 * send it; the origin check is a second lock. @throws AppError CAPTURE_TOKEN_INVALID, ORIGIN_REFUSED
 */
export const captureToken = (deps: ServiceDeps) => {
  const ownOrigin = new URL(deps.publicUrl).origin
  return createMiddleware<CaptureEnv>(async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    if ((origin !== undefined && origin !== ownOrigin) || (site !== undefined && site !== 'same-origin')) {
      throw new AppError('ORIGIN_REFUSED')
    }
    const token = readBearer(c.req.header('authorization'))
    if (!token) throw new AppError('CAPTURE_TOKEN_INVALID')
    c.set('subject', await findSubjectByToken(deps, token))
    await next()
  })
}
