import { newId } from '@visavis/shared/ids'
import { listEventsSchema } from '@visavis/shared/lists-api'
import { webhookEndpointSchema } from '@visavis/shared/webhook-answers'
import { createWebhookEndpointSchema, updateWebhookEndpointSchema } from '@visavis/shared/webhook-api'
import { Hono } from 'hono'
import { createWebhookSecret } from '../sign-webhook.ts'
import type { FakeDeps } from './fake-store.ts'
import { find, readBody, readQuery, times, toCursorList, toList, touch } from './request.ts'

/** Endpoints get what happens from now on, signed with their own secret; there is no log of it and no second try. */
export const webhookRoutes = ({ store, readUrl }: FakeDeps) =>
  new Hono()
    .post('/', async (c) => {
      const { authorization, ...input } = await readBody(c, createWebhookEndpointSchema)
      const id = newId('webhookEndpoint')
      const secret = createWebhookSecret()
      const self = `${readUrl()}/webhook-endpoints/${id}`
      const view = webhookEndpointSchema.parse({
        id,
        ...times(),
        ...input,
        has_authorization: authorization !== undefined,
        _links: { self: { href: self }, deliveries: { href: `${self}/deliveries` } },
      })
      store.endpoints.set(id, { view, secret, ...(authorization ? { authorization } : {}) })
      return c.json({ ...view, secret }, 201)
    })
    .get('/', (c) => {
      const views = [...store.endpoints.values()].map(({ view }) => view)
      return c.json(toList(c, `${readUrl()}/webhook-endpoints`, views))
    })
    .get('/:id', (c) => c.json(find(store.endpoints, c.req.param('id')).view))
    .patch('/:id', async (c) => {
      const endpoint = find(store.endpoints, c.req.param('id'))
      const { authorization, event_types, description, ...change } = await readBody(
        c,
        updateWebhookEndpointSchema,
      )
      const { view } = endpoint
      touch(view, change as Partial<typeof view>)
      if (event_types === null) delete view.event_types
      else if (event_types) view.event_types = event_types
      if (description === null) delete view.description
      else if (description) view.description = description
      if (authorization === null) delete endpoint.authorization
      else if (authorization) endpoint.authorization = authorization
      view.has_authorization = endpoint.authorization !== undefined
      return c.json(view)
    })
    .delete('/:id', (c) => {
      find(store.endpoints, c.req.param('id'))
      store.endpoints.delete(c.req.param('id'))
      return c.body(null, 204)
    })

/** Newest first. */
export const eventRoutes = ({ store, readUrl }: FakeDeps) =>
  new Hono()
    .get('/', (c) => {
      const { type, face_authentication_id, applicant_id, external_applicant_id, ...page } = readQuery(
        c,
        listEventsSchema,
      )
      const asked = Object.entries({ face_authentication_id, applicant_id, external_applicant_id })
      const found = [...store.events.values()].filter((event) => {
        const data: Record<string, unknown> = event.data
        return (
          (type === undefined || event.type === type) &&
          asked.every(([name, value]) => value === undefined || data[name] === value)
        )
      })
      const href = `${readUrl()}/events`
      const isCounted = Object.keys(c.req.query()).every((name) => name === 'skip' || name === 'limit')
      return c.json(isCounted ? toList(c, href, found.reverse()) : toCursorList(c, href, found, page))
    })
    .get('/:id', (c) => c.json(find(store.events, c.req.param('id'))))
