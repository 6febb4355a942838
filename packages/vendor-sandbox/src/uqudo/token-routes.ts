import { randomBytes, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { refuse } from './guard.ts'
import type { Uqudo } from './model.ts'

const LIFETIME_S = 1800

/** Client credentials, in a form body. */
export const tokenRoutes = ({ clientId, clientSecret, tokens }: Uqudo) =>
  new Hono().post('/token', async (c) => {
    if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) throw refuse(415)
    const form = await c.req.parseBody()
    if (form.grant_type !== 'client_credentials') throw refuse(400)
    if (form.client_id !== clientId || form.client_secret !== clientSecret) throw refuse(401)
    const token = randomBytes(32).toString('base64url')
    tokens.set(token, true, LIFETIME_S * 1000)
    return c.json({
      access_token: token,
      token_type: 'bearer',
      expires_in: LIFETIME_S,
      scope: 'KYC_FACE_SEARCH_SDK KYC_FACE_FLOW KYC_INFO_SDK',
      jti: randomUUID(),
    })
  })
