import { randomBytes } from 'node:crypto'
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
import { apiRoutes } from './api-routes.ts'
import { IdenfyError } from './idenfy-error.ts'
import type { Idenfy } from './model.ts'
import { pageRoutes } from './page-routes.ts'
import { type IdenfyVerdict, idenfyVerdictSchema } from './verdict.ts'

export { addVerification, cancelSession, deliverSelfie, setWebhookUrl } from './play.ts'
export { FAIL_REASONS, type IdenfyVerdict, idenfyVerdictSchema } from './verdict.ts'

/** iDenfy face authentication: its page in a frame, compared with an earlier verification. */
export const startIdenfySandbox = (options?: SandboxOptions) =>
  startSandbox({ name: 'idenfy', verdictSchema: idenfyVerdictSchema, build: createIdenfy }, options)

const newKey = () => randomBytes(16).toString('hex')

const createIdenfy = (kit: SandboxKit<IdenfyVerdict>): VendorApp => {
  const idenfy: Idenfy = {
    kit,
    apiKey: newKey(),
    apiSecret: newKey(),
    signingKey: newKey(),
    verifications: createStore(kit.clock),
    sessions: createStore(kit.clock),
    webhookUrl: undefined,
  }
  const app = new Hono()
  app.use(limitBody(() => new IdenfyError(413, 'Too large', 'VALIDATION_ERROR')))
  app.route('/', apiRoutes(idenfy))
  app.route('/', pageRoutes(idenfy))
  app.notFound((c) => c.json({ message: 'Not found' }, 404))
  app.onError((failure, c) => {
    if (!(failure instanceof IdenfyError)) {
      return c.json({ identifier: 'INTERNAL_ERROR', message: 'An internal error' }, 500)
    }
    const { status, identifier, message } = failure
    return c.json(identifier ? { identifier, message } : { message }, status as ContentfulStatusCode)
  })
  return {
    app,
    credentials: {
      api_key: idenfy.apiKey,
      api_secret: idenfy.apiSecret,
      signing_key: idenfy.signingKey,
      base_url: kit.origin,
      capture_url: kit.origin,
    },
  }
}
