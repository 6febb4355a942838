import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import { EntrustError } from './entrust-error.ts'
import type { Entrust, Permission } from './model.ts'
import { readBody } from './read-body.ts'

/** As in both of the vendor's examples. */
const LIFETIME_MS = 15 * 60_000
/** Around a kilobyte in the vendor's examples. */
const TOKEN_BYTES = 768

/** Once asked for, it has to come along with each call. */
export const WEB_SESSION_COOKIE = 'INTELLITRUST_SESSION_ID'

const loginSchema = z.strictObject({
  applicationId: z.string(),
  sharedSecret: z.string(),
  enableWebSession: z.boolean().default(false),
})

export const adminRoutes = ({ kit, adminTokens, adminApplicationId, adminSecret }: Entrust) =>
  new Hono().post('/authenticate', async (c) => {
    const { applicationId, sharedSecret, enableWebSession } = await readBody(c, loginSchema)
    if (applicationId !== adminApplicationId || sharedSecret !== adminSecret) {
      throw new EntrustError(401, 'Invalid credentials')
    }
    const authToken = `idaas-admin-${randomBytes(TOKEN_BYTES).toString('base64')}`
    const now = kit.clock.now()
    const webSession = enableWebSession ? randomBytes(16).toString('hex') : undefined
    if (webSession !== undefined) setCookie(c, WEB_SESSION_COOKIE, webSession, { httpOnly: true })
    adminTokens.set(authToken, { webSession }, LIFETIME_MS)
    return c.json({
      authToken,
      creationTime: now.toISOString(),
      expirationTime: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    })
  })

/** Of the role that the application has in the admin portal. */
export const requirePermission = (entrust: Entrust, permission: Permission) =>
  createMiddleware(async (c, next) => {
    if (!entrust.permissions.has(permission)) {
      await c.req.arrayBuffer()
      throw new EntrustError(403, 'Permission missing')
    }
    await next()
  })

/** The vendor's own examples send the token both raw and as `Bearer`. */
export const requireAdmin = ({ adminTokens }: Entrust) =>
  createMiddleware(async (c, next) => {
    const token = (c.req.header('authorization') ?? '').replace(/^Bearer /, '')
    const known = adminTokens.get(token)
    const isMissing = known?.webSession !== undefined && getCookie(c, WEB_SESSION_COOKIE) !== known.webSession
    if (!known || isMissing) {
      // Unread, the body would take the connection with it.
      await c.req.arrayBuffer()
      throw new EntrustError(401, 'Not authenticated')
    }
    await next()
  })
