import { randomBytes, randomUUID } from 'node:crypto'
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
import { adminRoutes } from './admin-routes.ts'
import { challengeRoutes } from './challenge-routes.ts'
import { EntrustError } from './entrust-error.ts'
import { faceRoutes } from './face-routes.ts'
import { type Entrust, PERMISSIONS } from './model.ts'
import { portalRoutes } from './portal-routes.ts'
import { sdkRoutes } from './sdk-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { type EntrustVerdict, entrustVerdictSchema } from './verdict.ts'

export { activateOnPhone, addUser, capture, register, setPermissions } from './play.ts'
export { type EntrustVerdict, entrustVerdictSchema } from './verdict.ts'

/** Entrust Identity as a Service: face calls of the Administration API, FACE challenges, a stand-in for Onfido. */
export const startEntrustSandbox = (options?: SandboxOptions) =>
  startSandbox({ name: 'entrust', verdictSchema: entrustVerdictSchema, build: createEntrust }, options)

const createEntrust = (kit: SandboxKit<EntrustVerdict>): VendorApp => {
  const { clock } = kit
  const entrust: Entrust = {
    kit,
    adminApplicationId: randomUUID(),
    adminSecret: randomBytes(24).toString('base64url'),
    applicationId: randomUUID(),
    permissions: new Set(PERMISSIONS),
    adminTokens: createStore(clock),
    userTokens: createStore(clock),
    users: createStore(clock),
    faces: createStore(clock),
    challenges: createStore(clock),
    registrations: createStore(clock),
    outbox: [],
  }
  const app = new Hono()
    .use(limitBody(() => new EntrustError(400, 'Too large')))
    .route('/portal', portalRoutes(entrust))
    .route('/sdk', sdkRoutes(entrust))
    .route('/api/web/v1/adminapi', adminRoutes(entrust))
    .route('/api/web', challengeRoutes(entrust))
    .route('/api/web', sessionRoutes(entrust))
    .route('/api/web', faceRoutes(entrust))
  app.onError((failure, c) =>
    failure instanceof EntrustError
      ? c.json(failure.body, failure.status as ContentfulStatusCode)
      : c.body(null, 500),
  )
  return {
    app,
    credentials: {
      base_url: kit.origin,
      application_id: entrust.applicationId,
      admin_application_id: entrust.adminApplicationId,
      admin_shared_secret: entrust.adminSecret,
      script_url: `${kit.origin}/sdk/onfido.min.js`,
    },
  }
}
