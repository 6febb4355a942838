import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { readBearer } from '../../http/bearer.ts'
import { findSubjectByToken } from './capture-context.ts'
import type { CaptureDeps } from './deps.ts'
import { assertOwnDevice } from './device/assert-own-device.ts'
import type { CaptureEnv } from './env.ts'

/** Lets in whoever has a live token, from the browser that has the link. @throws AppError CAPTURE_TOKEN_INVALID, LINK_IN_USE, PROOF_INVALID */
export const captureToken = (deps: CaptureDeps) =>
  createMiddleware<CaptureEnv>(async (c, next) => {
    const token = readBearer(c.req.header('authorization'))
    if (!token) throw new AppError('CAPTURE_TOKEN_INVALID')
    const subject = await findSubjectByToken(deps, token)
    assertOwnDevice(subject.deviceKeyHash, c.get('device'))
    c.set('subject', subject)
    await next()
  })
