import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { decodeBase64, judgePicture } from '../kit/index.ts'
import type { Permission, Uqudo } from './model.ts'

/** The vendor publishes no body for any of its errors. */
export const refuse = (status: 400 | 401 | 403 | 404 | 413 | 415): HTTPException =>
  new HTTPException(status, { res: new Response(null, { status }) })

export const requireToken = ({ tokens }: Uqudo) =>
  createMiddleware(async (c, next) => {
    const [, token] = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '') ?? []
    if (token === undefined || !tokens.get(token)) {
      // Unread, the body would take the connection with it, and with that perhaps the next request.
      await c.req.arrayBuffer()
      throw refuse(401)
    }
    await next()
  })

/** A token is good, but the tenant lacks the permission. */
export const requirePermission = (uqudo: Uqudo, permission: Permission) =>
  createMiddleware(async (c, next) => {
    if (!uqudo.permissions.has(permission)) {
      await c.req.arrayBuffer()
      throw refuse(403)
    }
    await next()
  })

/** JPEG or PNG, at most 5 MB once decoded: which of the two sizes counts is not documented. */
export const readPicture = (value: unknown): Uint8Array => {
  const bytes = typeof value === 'string' ? decodeBase64(value) : value
  if (!(bytes instanceof Uint8Array)) throw refuse(400)
  switch (judgePicture(bytes)) {
    case 'empty':
      throw refuse(400)
    case 'too_large':
      throw refuse(413)
    case 'unsupported_type':
      throw refuse(415)
    case undefined:
      return bytes
  }
}
