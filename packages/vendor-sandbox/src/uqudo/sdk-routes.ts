import { createHash, randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import * as z from 'zod'
import { compare } from './compare.ts'
import { readPicture, requireToken } from './guard.ts'
import type { FaceSession, Uqudo } from './model.ts'
import { SDK_SCRIPT } from './sdk-script.ts'
import { signResult } from './sign-result.ts'

const IMAGE_LIFETIME_MS = 1_800_000

const querySchema = z.object({
  attempts: z.coerce.number().int().min(1).max(3).default(3),
  level: z.coerce.number().int().min(1).max(5).default(3),
})

/**
 * A stand-in for the vendor's browser SDK, and what it talks to: the vendor's own protocol is not documented. The
 * script has the SDK's documented surface, the routes are the sandbox's.
 */
export const sdkRoutes = (uqudo: Uqudo) =>
  new Hono()
    .use(cors())
    .get('/uqudo-sdk.js', (c) => c.body(SDK_SCRIPT, 200, { 'Content-Type': 'text/javascript' }))
    .post('/sessions/:id/selfie', requireToken(uqudo), async (c) => {
      const session = uqudo.sessions.get(c.req.param('id'))
      if (!session || session.jws) return c.json({ error: 'SESSION_EXPIRED_OR_NOT_FOUND' })
      const { attempts, level } = querySchema.parse(c.req.query())
      const selfie = readPicture(new Uint8Array(await c.req.arrayBuffer()))
      const compared = await compare(uqudo, session.reference, selfie, session.id)
      if (compared?.error !== undefined) return c.json({ error: compared.error })
      const nonce = c.req.header('uq-nonce')
      if (compared && compared.level >= level) {
        const jws = finish(uqudo, session, selfie, { nonce, match: true, level: compared.level })
        return c.json({ result: jws })
      }
      session.failures += 1
      const left = attempts - session.failures
      if (left > 0) {
        return c.json({ retry: compared?.isSpoof ? 'FACE_LIVENESS_FAILED' : 'FACE_NO_MATCH', left })
      }
      const data = finish(uqudo, session, selfie, { nonce, match: false, level: compared?.level ?? 0 })
      return c.json({ error: 'SESSION_INVALIDATED_FACE_RECOGNITION_TOO_MANY_ATTEMPTS', data })
    })

const finish = (
  uqudo: Uqudo,
  session: FaceSession,
  selfie: Uint8Array,
  { nonce, match, level }: { nonce: string | undefined; match: boolean; level: number },
): string => {
  const imageId = randomBytes(12).toString('hex')
  uqudo.images.set(imageId, selfie, IMAGE_LIFETIME_MS)
  session.jws = signResult(uqudo, {
    sessionId: session.id,
    nonce,
    face: {
      match,
      ...(level > 0 ? { matchLevel: level } : {}),
      auditTrailImageId: imageId,
      auditTrailImageIdChecksum: `sha256:${createHash('sha256').update(selfie).digest('hex')}`,
    },
  })
  return session.jws
}
