import { Hono } from 'hono'
import { refuse } from './guard.ts'
import type { Uqudo } from './model.ts'

const SESSION_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Results and their pictures, as long as they are kept. */
export const infoRoutes = ({ sessions, images }: Uqudo) => {
  const read = (id: string | undefined): string => {
    const jws = id !== undefined && SESSION_ID.test(id) ? sessions.get(id)?.jws : undefined
    // No answer is documented for a session that has no result yet; of those listed, this one fits.
    if (jws === undefined) throw refuse(400)
    return jws
  }
  return new Hono()
    .get('/img/:id', (c) => {
      const image = images.get(c.req.param('id'))
      if (!image) throw refuse(404)
      return c.body(new Uint8Array(image), 200, { 'Content-Type': 'image/jpeg' })
    })
    .get('/', (c) => c.body(read(c.req.header('uq-session-id')), 200, { 'Content-Type': 'application/jwt' }))
    .get('/:id', (c) => c.body(read(c.req.param('id')), 200, { 'Content-Type': 'application/jwt' }))
    .delete('/:id', (c) => {
      // Only the session's id purges anything; the documented `jti` is answered the same and does nothing.
      sessions.delete(c.req.param('id'))
      return c.body(null, 204)
    })
}
