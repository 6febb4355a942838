import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { AppError } from '@visavis/shared/errors'
import { Hono } from 'hono'
import { createWebhookReplayer } from './create-webhook-replayer.ts'
import { fakePage } from './fake-page.ts'
import { createFakeStore } from './fake-store.ts'
import { finishCapture } from './finish-capture.ts'
import type { Outcome } from './outcomes.ts'
import { partnerRoutes } from './partner-routes.ts'

export interface FakeVisavisOptions {
  /** Default: a free one. */
  port?: number
  /** Default: `sk_fake`. */
  apiKey?: string
  /** `false`: somebody presses "Finish" on the page. Default: it finishes by itself. */
  auto?: boolean
  /** Where to send webhooks. Default: nowhere. */
  webhooks?: { url: string; secret: string }
}

export interface FakeVisavis {
  /** Base URL of the API and of the pages. */
  url: string
  apiKey: string
  /** How the next captures end, the first one first. After the last one: `approved`. */
  script(...outcomes: Outcome[]): void
  /** Ends a capture without any page. @param verificationUrl of its attempt @returns where the browser would go */
  finish(verificationUrl: string): Promise<string>
  close(): Promise<void>
}

const OPEN = 'pending_redirection'

/** A Visavis without faces: the calls of a sign-in on the real contract, ends as you script them. */
export const startFakeVisavis = async (options: FakeVisavisOptions = {}): Promise<FakeVisavis> => {
  const { port = 0, apiKey = 'sk_fake', auto = true, webhooks } = options
  const store = createFakeStore()
  const replayer = webhooks && createWebhookReplayer(webhooks)
  let url = ''

  const finishByToken = async (token: string) => {
    const attempt = [...store.attempts.values()].find((row) => row.token === token)
    if (!attempt) throw new AppError('CAPTURE_TOKEN_INVALID')
    if (attempt.view.status !== OPEN) throw new AppError('ATTEMPT_CLOSED')
    const { webhooks: events, ...finished } = finishCapture(store, attempt)
    for (const event of events) await replayer?.send(event)
    return finished
  }

  const app = new Hono()
    .get('/verify/:id', (c) => c.html(fakePage({ isFrame: false, auto })))
    .get('/frame/:id', (c) => c.html(fakePage({ isFrame: true, auto })))
    .post('/fake/finish', async (c) =>
      c.json(await finishByToken(c.req.header('authorization')?.replace('Bearer ', '') ?? '')),
    )
    .route('/', partnerRoutes({ store, apiKey, readUrl: () => url }))
    .onError((failure, c) => {
      const error = failure instanceof AppError ? failure : new AppError('INTERNAL_ERROR', { cause: failure })
      const { type, errorCodes, status } = error
      return c.json({ request_id: crypto.randomUUID(), error_type: type, error_codes: errorCodes }, status)
    })

  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  url = `http://localhost:${(server.address() as AddressInfo).port}`

  return {
    url,
    apiKey,
    script: (...outcomes) => void store.script.push(...outcomes),
    finish: async (verificationUrl) =>
      (await finishByToken(new URL(verificationUrl).hash.slice(1))).redirectUrl,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
