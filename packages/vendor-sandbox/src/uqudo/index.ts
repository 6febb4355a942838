import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as z from 'zod'
import {
  createStore,
  limitBody,
  MAX_JSON_BODY_BYTES,
  type SandboxKit,
  type SandboxOptions,
  startSandbox,
  type VendorApp,
} from '../kit/index.ts'
import { faceRoutes } from './face-routes.ts'
import { refuse, requirePermission, requireToken } from './guard.ts'
import { infoRoutes } from './info-routes.ts'
import { PERMISSIONS, type Uqudo } from './model.ts'
import { oneToNRoutes } from './one-to-n-routes.ts'
import { sdkRoutes } from './sdk-routes.ts'
import { tokenRoutes } from './token-routes.ts'
import { type UqudoVerdict, uqudoVerdictSchema } from './verdict.ts'

export { type UqudoVerdict, uqudoVerdictSchema } from './verdict.ts'

const permissionsSchema = z.array(z.enum(PERMISSIONS))

/** uqudo: Face API (session, match, 1:N), Info API, and a stand-in for the browser SDK. */
export const startUqudoSandbox = (options?: SandboxOptions) =>
  startSandbox({ name: 'uqudo', verdictSchema: uqudoVerdictSchema, build: createUqudo }, options)

const createUqudo = (kit: SandboxKit<UqudoVerdict>): VendorApp => {
  const { clock } = kit
  const uqudo: Uqudo = {
    kit,
    clientId: 'sandbox-client',
    clientSecret: 'uqudo-sandbox-secret',
    issuer: `${kit.origin}/api`,
    kid: randomUUID(),
    ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
    tokens: createStore(clock),
    permissions: new Set(PERMISSIONS),
    sessions: createStore(clock),
    images: createStore(clock),
    index: createStore(clock),
  }
  const app = new Hono()
    // Two pictures in one body; the largest body is not documented.
    .use(limitBody(() => refuse(413), 2 * MAX_JSON_BODY_BYTES))
    .route('/api/oauth', tokenRoutes(uqudo))
    .get('/api/.well-known/jwks.json', (c) => {
      const key = uqudo.publicKey.export({ format: 'jwk' })
      return c.json({ keys: [{ ...key, kid: uqudo.kid, use: 'sig', alg: 'RS256' }] })
    })
    .route('/sdk', sdkRoutes(uqudo))
    .put('/portal/permissions', async (c) => {
      uqudo.permissions = new Set(permissionsSchema.parse(await c.req.json()))
      return c.body(null, 204)
    })
    .use('/api/v1/*', requireToken(uqudo))
    .use('/api/v1/face/*', requirePermission(uqudo, 'face'))
    .use('/api/v1/face/one-to-n/*', requirePermission(uqudo, 'one-to-n'))
    .route('/api/v1/face/one-to-n', oneToNRoutes(uqudo))
    .route('/api/v1/face', faceRoutes(uqudo))
    .route('/api/v1/info', infoRoutes(uqudo))
  app.onError((failure) =>
    failure instanceof HTTPException ? failure.getResponse() : new Response(null, { status: 500 }),
  )
  const credentials = {
    base_url: kit.origin,
    token_url: `${kit.origin}/api/oauth/token`,
    client_id: uqudo.clientId,
    client_secret: uqudo.clientSecret,
    issuer: uqudo.issuer,
    script_url: `${kit.origin}/sdk/uqudo-sdk.js`,
  }
  return { app, credentials }
}
