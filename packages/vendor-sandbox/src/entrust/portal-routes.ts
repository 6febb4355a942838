import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { EntrustError } from './entrust-error.ts'
import { type Entrust, PERMISSIONS } from './model.ts'

const roleSchema = z.array(z.enum(PERMISSIONS))

/** What happens outside the two APIs: users are made, Onfido registers them, and phones activate. All made up. */
export const portalRoutes = (entrust: Entrust) =>
  new Hono()
    .post('/users', (c) => {
      const id = randomUUID()
      const alias = `user-${id.slice(0, 8)}`
      entrust.users.set(id, { id, alias, failures: [] })
      return c.json({ id, alias })
    })
    .post('/registrations', async (c) => {
      const registered = { applicantId: randomUUID(), workflowRunId: randomUUID() }
      const picture = new Uint8Array(await c.req.arrayBuffer())
      entrust.registrations.set(registered.workflowRunId, { applicantId: registered.applicantId, picture })
      return c.json(registered)
    })
    .post('/activate/:faceid', async (c) => {
      const face = entrust.faces.get(c.req.param('faceid'))
      if (!face?.mobile) throw new EntrustError(404, 'Face not found')
      Object.assign(face, { status: 'ACTIVE', picture: new Uint8Array(await c.req.arrayBuffer()) })
      return c.body(null, 204)
    })
    .put('/role', async (c) => {
      entrust.permissions = new Set(roleSchema.parse(await c.req.json()))
      return c.body(null, 204)
    })
    .get('/outbox', (c) => c.json(entrust.outbox))
