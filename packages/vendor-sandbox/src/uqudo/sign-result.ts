import { randomUUID, sign } from 'node:crypto'
import type { Uqudo } from './model.ts'

const LIFETIME_S = 600

interface Result {
  sessionId: string
  nonce: string | undefined
  face: Readonly<Record<string, unknown>>
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What the vendor's SDK hands over: a compact JWS (RFC 7515), RS256. */
export const signResult = (
  { kit, kid, privateKey, issuer, clientId }: Uqudo,
  { sessionId, nonce, face }: Result,
): string => {
  const iat = Math.floor(kit.clock.now().getTime() / 1000)
  const claims = { iss: issuer, aud: clientId, iat, exp: iat + LIFETIME_S, jti: randomUUID() }
  const data = { sessionId, ...(nonce === undefined ? {} : { nonce }), face }
  const text = `${encode({ kid, alg: 'RS256' })}.${encode({ ...claims, data })}`
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`
}
