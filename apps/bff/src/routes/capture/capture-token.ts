import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { findSubjectByToken } from '../../services/capture-context.ts'
import type { ServiceDeps } from '../../services/deps.ts'
import { readBearer } from '../bearer.ts'
import type { CaptureEnv } from '../env.ts'

/** Lets in whoever has a live token. @throws AppError CAPTURE_TOKEN_INVALID */
export const captureToken = (deps: ServiceDeps) =>
  createMiddleware<CaptureEnv>(async (c, next) => {
    const token = readBearer(c.req.header('authorization'))
    if (!token) throw new AppError('CAPTURE_TOKEN_INVALID')
    c.set('subject', await findSubjectByToken(deps, token))
    await next()
  })
