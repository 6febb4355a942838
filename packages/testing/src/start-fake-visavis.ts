import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { ErrorDetail } from '@visavis/shared/error-details'
import { AppError } from '@visavis/shared/errors'
import { newId } from '@visavis/shared/ids'
import { createUserJourneySchema } from '@visavis/shared/user-journeys'
import { Hono } from 'hono'
import { createDelivery } from './fake/deliver.ts'
import { fakePage } from './fake/fake-page.ts'
import { createFakeStore } from './fake/fake-store.ts'
import { finishCapture } from './fake/finish-capture.ts'
import { toJourney } from './fake/journey-routes.ts'
import { findLink } from './fake/links.ts'
import { partnerRoutes } from './fake/partner-routes.ts'
import type { Outcome } from './outcomes.ts'

export interface FakeVisavisOptions {
  /** Default: a free one. */
  port?: number
  /** Default: `sk_fake`. */
  apiKey?: string
  /** `false`: somebody presses "Finish" on the page. Default: it finishes by itself. */
  auto?: boolean
  /** Where to send webhooks, beside the endpoints that are created. Default: nowhere. */
  webhooks?: { url: string; secret: string }
}

export interface FakeVisavis {
  /** Base URL of the API and of the pages. */
  url: string
  apiKey: string
  /** A journey that takes every `redirect_url`. Those you create keep to their lists. */
  userJourneyId: string
  /** How the next captures end, the first one first. After the last one: `approved`. */
  script(...outcomes: Outcome[]): void
  /** Why the next uploaded pictures are refused, e.g. `no_face`. After the last one: they are taken. */
  refuse(...reasons: ErrorDetail[]): void
  /**
   * Ends a capture without any page, its webhooks delivered.
   * @param verificationUrl of its attempt or enrolment
   * @returns where the browser would go
   */
  finish(verificationUrl: string): Promise<string>
  close(): Promise<void>
}

const OPEN = 'pending_redirection'
/** A PNG of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)

/** A Visavis without faces: the partner API on the real contract, captures that end as you script them. */
export const startFakeVisavis = async (options: FakeVisavisOptions = {}): Promise<FakeVisavis> => {
  const { port = 0, apiKey = 'sk_fake', auto = true, webhooks } = options
  const store = createFakeStore()
  const delivery = createDelivery(store, webhooks)
  let url = ''
  const openJourneyId = newId('userJourney')
  const deps = { store, readUrl: () => url, emit: delivery.emit, openJourneyId }

  const finishByToken = async (token: string) => {
    const link = findLink(store, token)
    if (!link) throw new AppError('CAPTURE_TOKEN_INVALID')
    if (link.view.status !== OPEN) throw new AppError('ATTEMPT_CLOSED')
    const finished = finishCapture(deps, link)
    await delivery.idle()
    return finished
  }

  const app = new Hono()
    .get('/verify/:id', (c) => c.html(fakePage({ isFrame: false, auto })))
    .get('/frame/:id', (c) => c.html(fakePage({ isFrame: true, auto })))
    .get('/fake/picture', (c) => c.body(PICTURE, 200, { 'content-type': 'image/png' }))
    .post('/fake/finish', async (c) =>
      c.json(await finishByToken(c.req.header('authorization')?.replace('Bearer ', '') ?? '')),
    )
    .route('/', partnerRoutes(deps, apiKey))
    .onError((failure, c) => {
      const error = failure instanceof AppError ? failure : new AppError('INTERNAL_ERROR', { cause: failure })
      const { type, errorCodes, status, message } = error
      if (status === 401) c.header('WWW-Authenticate', 'Bearer realm="visavis"')
      const request_id = crypto.randomUUID()
      return c.json(
        {
          request_id,
          error_type: type,
          error_codes: errorCodes,
          message,
          doc_url: error.toDocUrl(`${url}/docs/errors`),
        },
        status,
      )
    })

  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  const open = createUserJourneySchema.parse({ name: 'Fake', provider: 'embedded' })
  store.journeys.set(openJourneyId, toJourney(openJourneyId, url, open))

  return {
    url,
    apiKey,
    userJourneyId: openJourneyId,
    script: (...outcomes) => void store.script.push(...outcomes),
    refuse: (...reasons) => void store.refusals.push(...reasons),
    finish: async (verificationUrl) =>
      (await finishByToken(new URL(verificationUrl).hash.slice(1))).redirectUrl,
    close: async () => {
      await delivery.idle()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
