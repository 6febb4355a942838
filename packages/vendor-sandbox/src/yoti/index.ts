import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  createStore,
  limitBody,
  type SandboxKit,
  type SandboxOptions,
  startSandbox,
  type VendorApp,
} from '../kit/index.ts'
import { applicantRoutes } from './applicant-routes.ts'
import { BASE_PATH } from './caller.ts'
import { faceCaptureRoutes } from './face-capture-routes.ts'
import { mediaRoutes } from './media-routes.ts'
import type { Yoti } from './model.ts'
import { pageRoutes } from './page-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { type YotiVerdict, yotiVerdictSchema } from './verdict.ts'
import { YotiError } from './yoti-error.ts'

export { deliverSelfie } from './deliver-selfie.ts'
export type { SelfieOutcome } from './take-selfie.ts'
export { type YotiVerdict, yotiVerdictSchema } from './verdict.ts'

/** Yoti Identity Verification: Face Auth with an uploaded picture or an applicant. */
export const startYotiSandbox = (options?: SandboxOptions) =>
  startSandbox({ name: 'yoti', verdictSchema: yotiVerdictSchema, build: createYoti }, options)

const createYoti = (kit: SandboxKit<YotiVerdict>): VendorApp => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const yoti: Yoti = {
    kit,
    sdkId: randomUUID(),
    publicKey,
    sessions: createStore(kit.clock),
    applicants: createStore(kit.clock),
    nonces: createStore(kit.clock),
  }
  const app = new Hono<{ Bindings: HttpBindings }>().basePath(BASE_PATH)
  app.use(limitBody(() => new YotiError('PAYLOAD_VALIDATION')))
  app.use(async (c, next) => {
    await next()
    c.header('x-request-id', randomUUID())
  })
  app.route('/sessions', sessionRoutes(yoti))
  app.route('/sessions/:sessionId/resources/face-capture', faceCaptureRoutes(yoti))
  app.route('/sessions/:sessionId/media', mediaRoutes(yoti))
  app.route('/applicants', applicantRoutes(yoti))
  app.route('/web', pageRoutes(yoti))
  app.onError((failure, c) => {
    if (failure instanceof YotiError) return c.json(failure.body, failure.status as ContentfulStatusCode)
    return c.json({ code: 'SERVER_ERROR', message: 'An unexpected error occurred on the server' }, 500)
  })
  return {
    app,
    credentials: {
      base_url: `${kit.origin}${BASE_PATH}`,
      sdk_id: yoti.sdkId,
      private_key: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    },
  }
}
