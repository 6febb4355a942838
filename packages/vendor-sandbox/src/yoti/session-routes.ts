import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { requireApp, requireClient, requireSession } from './caller.ts'
import type { Yoti, YotiSession } from './model.ts'
import { readBody } from './read-body.ts'
import { lacksReference, stateOfSession } from './session-state.ts'
import { toConfiguration, toSession, toTtl } from './session-views.ts'
import { createSessionSchema, toLifetimes } from './wire.ts'
import { YotiError } from './yoti-error.ts'

/** Sessions: create, read, delete; their configuration; devices. Deletions answer 204, the vendor only says 2xx. */
export const sessionRoutes = (yoti: Yoti) => {
  const now = () => yoti.kit.clock.now()
  return new Hono<{ Bindings: HttpBindings }>()
    .post('/', async (c) => {
      await requireApp(yoti, c)
      const spec = await readBody(c, createSessionSchema)
      const { tokenS, resourcesS } = toLifetimes(spec, now())
      const session: YotiSession = {
        id: randomUUID(),
        token: randomUUID(),
        spec,
        tokenEndsOn: new Date(now().getTime() + tokenS * 1000),
        requirementIds: { liveness: randomUUID(), faceCapture: randomUUID() },
        consentOn: null,
        faceCapture: null,
        livenessCaptures: [],
        checks: [],
        isCaptured: false,
        isMediaWithheld: false,
      }
      yoti.sessions.set(session.id, session, resourcesS * 1000)
      const { id: session_id, token: client_session_token } = session
      return c.json(
        { client_session_token_ttl: toTtl(session, now()), client_session_token, session_id },
        201,
      )
    })
    .get('/:sessionId', async (c) => c.json(toSession(await requireSession(yoti, c), now())))
    .delete('/:sessionId', async (c) => {
      const { id } = await requireSession(yoti, c)
      yoti.sessions.delete(id)
      return c.body(null, 204)
    })
    .get('/:sessionId/configuration', async (c) => {
      const isClient = c.req.header('x-yoti-auth-token') !== undefined
      const session = isClient ? requireClient(yoti, c) : await requireSession(yoti, c)
      if (stateOfSession(session, now()) === 'EXPIRED') throw new YotiError('SESSION_EXPIRED')
      // A backend needs this call to learn what it has to supply; only the person's browser can be too early.
      if (isClient && lacksReference(session)) throw new YotiError('SESSION_NOT_READY')
      return c.json(toConfiguration(session, now()))
    })
    .get('/:sessionId/tracked-devices', async (c) => {
      await requireSession(yoti, c)
      return c.json([])
    })
    .delete('/:sessionId/tracked-devices', async (c) => {
      await requireSession(yoti, c)
      return c.body(null, 204)
    })
}
