import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { readBearer } from '../../http/bearer.ts'
import { findSubjectByToken } from './capture-context.ts'
import type { CaptureDeps } from './deps.ts'
import type { CaptureEnv } from './env.ts'

/** Lets in whoever has a live token. @throws AppError CAPTURE_TOKEN_INVALID */
export const captureToken = (deps: CaptureDeps) =>
  createMiddleware<CaptureEnv>(async (c, next) => {
    const token = readBearer(c.req.header('authorization'))
    if (!token) throw new AppError('CAPTURE_TOKEN_INVALID')
    c.set('subject', await findSubjectByToken(deps, token))
    await next()
  })
