import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import * as z from 'zod'

/** Beyond any proof that a browser makes: one has about 500 characters. */
const MAX_PROOF_LENGTH = 2048

/** 32 bytes in base64url. */
const coordinate = z.string().regex(/^[\w-]{43}$/)

/** One algorithm, said by name (RFC 8725 §3.1), and a public key of its own: no private one is taken (RFC 9449 §4.3). */
const headerSchema = z.object({
  typ: z.literal('dpop+jwt'),
  alg: z.literal('ES256'),
  jwk: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
    key_ops: z.array(z.literal('verify')).optional(),
    ext: z.boolean().optional(),
  }),
})
type PublicJwk = z.infer<typeof headerSchema>['jwk']

const claimsSchema = z.object({
  jti: z.string().min(16).max(64),
  htm: z.string(),
  htu: z.url(),
  iat: z.number(),
  /** SHA-256 of the token that it goes with. */
  ath: coordinate,
  nonce: z.string().max(100).optional(),
})
export type ProofClaims = z.infer<typeof claimsSchema>

interface Proof {
  /** SHA-256 of the public key as RFC 7638 writes it, 32 bytes. */
  keyHash: Uint8Array
  claims: ProofClaims
}

/** What a `DPoP` header proves, if its signature is right: RFC 9449 §4.2. */
export const readProof = (text: string): Proof | undefined => {
  if (text.length > MAX_PROOF_LENGTH) return undefined
  const [head = '', body = '', signature = '', ...rest] = text.split('.')
  const header = headerSchema.safeParse(parse(head))
  const claims = claimsSchema.safeParse(parse(body))
  if (rest.length > 0 || !header.success || !claims.success) return undefined
  const { jwk } = header.data
  const key = toKey(jwk)
  if (!key) return undefined
  const signed = Buffer.from(`${head}.${body}`)
  // JWS has both halves one after the other (RFC 7518 §3.4).
  const options = { key, dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', signed, options, Buffer.from(signature, 'base64url'))) return undefined
  return { keyHash: toThumbprint(jwk), claims: claims.data }
}

const parse = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

/** `undefined` for a point that is not on the curve. */
const toKey = ({ kty, crv, x, y }: PublicJwk): KeyObject | undefined => {
  try {
    return createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** Its members in the order of their names, and nothing else (RFC 7638 §3). */
const toThumbprint = ({ kty, crv, x, y }: PublicJwk): Uint8Array =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest()

interface Request {
  method: string
  /** Without query (RFC 9449 §4.2). */
  url: string
  token: string
}

/** Whether a proof is for that request: of another path, method or link it proves nothing here. */
export const isProofOf = ({ htm, htu, ath }: ProofClaims, { method, url, token }: Request): boolean =>
  htm === method &&
  new URL(htu).href === new URL(url).href &&
  ath === createHash('sha256').update(token).digest('base64url')
