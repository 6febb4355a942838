import { AppError } from '@visavis/shared/errors'
import { createMiddleware } from 'hono/factory'
import { readBearer } from '../../../http/bearer.ts'
import type { CaptureDeps } from '../deps.ts'
import type { CaptureEnv } from '../env.ts'
import { createProofNonce, isRecent, PROOF_REMEMBERED_MS } from './proof-freshness.ts'
import { isProofOf, readProof } from './read-proof.ts'
import { createUsedProofs } from './used-proofs.ts'

type Deps = Pick<CaptureDeps, 'keyedHash' | 'now' | 'publicUrl'>

/**
 * Reads the proof that a request brings, if it does (RFC 9449, with the token as it is: `Authorization: Bearer`). What it
 * is worth is said where the link is known. Answers give the nonce for the next one.
 * @throws AppError PROOF_INVALID for what is no proof of this request
 */
export const proveDevice = (deps: Deps) => {
  const used = createUsedProofs(PROOF_REMEMBERED_MS)
  return createMiddleware<CaptureEnv>(async (c, next) => {
    const header = c.req.header('dpop')
    const token = readBearer(c.req.header('authorization'))
    if (header !== undefined && token) {
      c.header('DPoP-Nonce', createProofNonce(deps))
      const proof = readProof(header)
      const url = new URL(c.req.path, deps.publicUrl).href
      if (!proof || !isProofOf(proof.claims, { method: c.req.method, url, token }))
        throw new AppError('PROOF_INVALID')
      const { keyHash, claims } = proof
      const isFresh =
        isRecent(deps, claims) &&
        used.use(`${Buffer.from(keyHash).toString('base64')}.${claims.jti}`, deps.now().getTime())
      c.set('device', { keyHash, isFresh })
    }
    await next()
  })
}
