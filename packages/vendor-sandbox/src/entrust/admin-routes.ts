import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import { EntrustError } from './entrust-error.ts'
import type { Entrust } from './model.ts'
import { readBody } from './read-body.ts'

/** As in both of the vendor's examples. */
const LIFETIME_MS = 15 * 60_000
/** Around a kilobyte in the vendor's examples. */
const TOKEN_BYTES = 768

const loginSchema = z.strictObject({
  applicationId: z.string(),
  sharedSecret: z.string(),
  enableWebSession: z.literal(false).optional(),
})

export const adminRoutes = ({ kit, adminTokens, adminApplicationId, adminSecret }: Entrust) =>
  new Hono().post('/authenticate', async (c) => {
    const { applicationId, sharedSecret } = await readBody(c, loginSchema)
    if (applicationId !== adminApplicationId || sharedSecret !== adminSecret) {
      throw new EntrustError(401, 'Invalid credentials')
    }
    const authToken = `idaas-admin-${randomBytes(TOKEN_BYTES).toString('base64')}`
    const now = kit.clock.now()
    adminTokens.set(authToken, true, LIFETIME_MS)
    return c.json({
      authToken,
      creationTime: now.toISOString(),
      expirationTime: new Date(now.getTime() + LIFETIME_MS).toISOString(),
    })
  })

/** The vendor's own examples send the token both raw and as `Bearer`. */
export const requireAdmin = ({ adminTokens }: Entrust) =>
  createMiddleware(async (c, next) => {
    const token = (c.req.header('authorization') ?? '').replace(/^Bearer /, '')
    if (!adminTokens.get(token)) {
      // Unread, the body would take the connection with it.
      await c.req.arrayBuffer()
      throw new EntrustError(401, 'Not authenticated')
    }
    await next()
  })
