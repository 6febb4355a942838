import { randomBytes, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import * as z from 'zod'
import { EntrustError } from './entrust-error.ts'
import { type Challenge, type Entrust, findFace, findUser, statusAt } from './model.ts'
import { readBody } from './read-body.ts'

/** Default of the tenant's session idle timeout. How long a challenge lives is not published. */
const LIFETIME_MS = 900_000

const whoSchema = z.strictObject({ applicationId: z.string(), userId: z.string() })
const startSchema = whoSchema.extend({ locale: z.string().optional() })
const completeSchema = whoSchema.extend({ cancel: z.boolean().optional() })

/** FACE challenges of the Authentication API: started by `v2`, asked about and called off by `v1`. */
export const challengeRoutes = (entrust: Entrust) =>
  new Hono()
    .post('/v2/authentication/users/authenticate/FACE', async (c) => {
      const { applicationId, userId } = await readBody(c, startSchema)
      if (applicationId !== entrust.applicationId) throw new EntrustError(400, 'Unknown application')
      const user = findUser(entrust, userId)
      if (!user) throw new EntrustError(404, 'User not found')
      const face = findFace(entrust, user)
      const now = entrust.kit.clock.now()
      if (!face || statusAt(face, now) !== 'ACTIVE') throw new EntrustError(400, 'No active face')
      const challenge = newChallenge(face.userId, face.id, now)
      entrust.challenges.set(challenge.token, challenge)
      const { token, expires, sdkToken, workflowRunId } = challenge
      const device = entrust.kit.verdicts.take(user.id)?.device ?? (face.mobile ? 'MOBILE' : 'WEB')
      return c.json({
        time: now.getTime(),
        expires: expires.getTime(),
        token,
        authenticationCompleted: false,
        faceChallenge: { device, id: face.id, ...(device === 'WEB' ? { sdkToken, workflowRunId } : {}) },
      })
    })
    .post('/v1/authentication/users/authenticate/FACE/complete', async (c) => {
      const input = await readBody(c, completeSchema)
      // Raw: the official browser SDK sends it so, and the specification knows no `Bearer` here.
      const challenge = entrust.challenges.get(c.req.header('authorization') ?? '')
      if (!challenge) throw new EntrustError(401, 'Not authenticated')
      const user = findUser(entrust, input.userId)
      if (input.applicationId !== entrust.applicationId || user?.id !== challenge.userId) {
        throw new EntrustError(400, 'Of another challenge', 'invalid_user_response')
      }
      if (challenge.isCancelled || challenge.expires <= entrust.kit.clock.now()) {
        throw new EntrustError(400, 'No such transaction', 'INVALID_TRANSACTION')
      }
      if (input.cancel) {
        challenge.isCancelled = true
        return c.json({ status: 'CANCEL', authenticationCompleted: false })
      }
      const { outcome } = challenge
      if (!outcome) return c.json({ status: 'NO_RESPONSE', authenticationCompleted: false })
      if (outcome.errorCode !== undefined) throw new EntrustError(400, 'Failed', outcome.errorCode)
      return c.json({
        ...(outcome.status === null ? {} : { status: outcome.status }),
        authenticationCompleted: outcome.isCompleted,
        ...(outcome.isCompleted ? { token: newToken('idaas-user'), userId: input.userId } : {}),
      })
    })

const newToken = (prefix: string) => `${prefix}-${randomBytes(24).toString('base64url')}`

const newChallenge = (userId: string, faceId: string, now: Date): Challenge => ({
  token: newToken('idaas-challenge'),
  userId,
  faceId,
  sdkToken: newToken('onfido-sdk'),
  workflowRunId: randomUUID(),
  expires: new Date(now.getTime() + LIFETIME_MS),
  outcome: undefined,
  isCancelled: false,
})
